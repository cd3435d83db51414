/** Every eighth bit of a word: one bit in each of its four bytes. */
const LANES = 0x01010101;
/** A byte holds no higher count. */
const BLOCK = 255;

/**
 * Adds the rows of the documents to `counts` (one number for each bit of a row), bit by bit. Only
 * the 32-bit columns in which `wanted` has a bit are counted.
 */
export function countBits(
  rows: Int32Array,
  wanted: Int32Array,
  documents: Uint32Array,
  counts: Uint32Array,
): void {
  wanted.forEach((bits, column) => {
    if (bits === 0) return;
    for (let from = 0; from < documents.length; from += BLOCK) {
      const block = documents.subarray(from, from + BLOCK);
      countColumn(rows, column, wanted.length, block, counts);
    }
  });
}

/**
 * Counts one 32-bit column of the rows, at most 255 of them, without a branch for each bit: 32
 * counters of a byte each lie side by side in eight numbers.
 */
function countColumn(
  rows: Int32Array,
  column: number,
  stride: number,
  block: Uint32Array,
  counts: Uint32Array,
): void {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const row of block) {
    const word = rows[row * stride + column] ?? 0;
    a = (a + (word & LANES)) | 0;
    b = (b + ((word >>> 1) & LANES)) | 0;
    c = (c + ((word >>> 2) & LANES)) | 0;
    d = (d + ((word >>> 3) & LANES)) | 0;
    e = (e + ((word >>> 4) & LANES)) | 0;
    f = (f + ((word >>> 5) & LANES)) | 0;
    g = (g + ((word >>> 6) & LANES)) | 0;
    h = (h + ((word >>> 7) & LANES)) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((lanes, first) => {
    for (let byte = 0; byte < 4; byte += 1) {
      const bit = column * 32 + byte * 8 + first;
      counts[bit] = (counts[bit] ?? 0) + ((lanes >>> (byte * 8)) & BLOCK);
    }
  });
}

/** Adds one to the count of each bit that is set in one 32-bit word of a row. */
export function addBits(word: number, column: number, counts: Uint32Array): void {
  let left = word;
  while (left !== 0) {
    const bit = column * 32 + 31 - Math.clz32(left & -left);
    counts[bit] = (counts[bit] ?? 0) + 1;
    left &= left - 1;
  }
}
