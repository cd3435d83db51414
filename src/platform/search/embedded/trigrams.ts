import { holdsBytes, type TextTable } from './text-table.ts';

/**
 * Which words hold which three letters in a row. Trigrams are thrown into buckets, several in one
 * now and then, so whoever takes a list looks at each word itself.
 */
export type Trigrams = {
  /** Where the list of each bucket starts in `numbers`; one more at the end. */
  readonly starts: Uint32Array;
  /** Numbers of words, bucket after bucket, each list ascending; one word may be there twice. */
  readonly numbers: Uint32Array;
};

const BUCKETS = 1 << 16;

/** A word's number is its place in `words`. */
export function buildTrigrams(words: readonly string[]): Trigrams {
  const starts = new Uint32Array(BUCKETS + 1);
  for (const word of words) {
    for (let at = 0; at + 3 <= word.length; at += 1) {
      const after = bucketAt(word, at) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
  }
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  const free = starts.slice();
  const numbers = new Uint32Array(starts[BUCKETS] ?? 0);
  words.forEach((word, number) => {
    for (let at = 0; at + 3 <= word.length; at += 1) {
      const bucket = bucketAt(word, at);
      const place = free[bucket] ?? 0;
      numbers[place] = number;
      free[bucket] = place + 1;
    }
  });
  return { starts, numbers };
}

/** The numbers of the words that contain `part` (three letters or more), ascending. */
export function wordsContaining(
  { starts, numbers }: Trigrams,
  words: TextTable,
  part: string,
): readonly number[] {
  const bucket = smallestBucket(starts, part);
  const bytes = Buffer.from(part);
  const found: number[] = [];
  for (const number of numbers.subarray(starts[bucket], starts[bucket + 1])) {
    if (found.at(-1) !== number && holdsBytes(words, number, bytes)) found.push(number);
  }
  return found;
}

function smallestBucket(starts: Uint32Array, part: string): number {
  const sizeOf = (bucket: number): number => (starts[bucket + 1] ?? 0) - (starts[bucket] ?? 0);
  let smallest = bucketAt(part, 0);
  for (let at = 1; at + 3 <= part.length; at += 1) {
    const bucket = bucketAt(part, at);
    if (sizeOf(bucket) < sizeOf(smallest)) smallest = bucket;
  }
  return smallest;
}

function bucketAt(word: string, at: number): number {
  const [a, b, c] = [word.charCodeAt(at), word.charCodeAt(at + 1), word.charCodeAt(at + 2)];
  return (Math.imul(Math.imul(a, 31) + b, 31) + c) & (BUCKETS - 1);
}
