import { countBits } from './count-bits.ts';
import type { FacetRows } from './facet-rows.ts';

/** So many documents, neighbours on the grid, are counted beforehand. */
const BLOCK = 256;

/** By block: how many of its documents have each bit. What is left at the end is in none. */
export function sumBlocks(rows: Int32Array, stride: number): Uint16Array {
  const bits = stride * 32;
  const blocks = stride === 0 ? 0 : Math.floor(rows.length / stride / BLOCK);
  const sums = new Uint16Array(blocks * bits);
  const everyBit = new Int32Array(stride).fill(-1);
  for (let block = 0; block < blocks; block += 1) {
    const documents = Uint32Array.from({ length: BLOCK }, (_, at) => block * BLOCK + at);
    const counts = new Uint32Array(bits);
    countBits(rows, everyBit, documents, counts);
    sums.set(counts, block * bits);
  }
  return sums;
}

/**
 * As `countBits`, and of a block whose documents are all there, one after another, it adds what is
 * known: bits that are not in `wanted` may be counted too.
 */
export function countByBlocks(
  { rows, stride, blockCounts }: FacetRows,
  wanted: Int32Array,
  documents: Uint32Array,
  counts: Uint32Array,
): void {
  const bits = stride * 32;
  let from = 0;
  for (let at = 0; at + BLOCK <= documents.length; at += 1) {
    if (!isWholeBlock(documents, at)) continue;
    countBits(rows, wanted, documents.subarray(from, at), counts);
    const first = ((documents[at] ?? 0) / BLOCK) * bits;
    for (let bit = 0; bit < bits; bit += 1) {
      counts[bit] = (counts[bit] ?? 0) + (blockCounts[first + bit] ?? 0);
    }
    from = at + BLOCK;
    at = from - 1;
  }
  countBits(rows, wanted, documents.subarray(from), counts);
}

function isWholeBlock(documents: Uint32Array, at: number): boolean {
  const first = documents[at] ?? 0;
  if (first % BLOCK !== 0 || documents[at + BLOCK - 1] !== first + BLOCK - 1) return false;
  for (let next = 1; next < BLOCK; next += 1) {
    if (documents[at + next] !== first + next) return false;
  }
  return true;
}
