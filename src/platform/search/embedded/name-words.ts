import type { Arrangement } from './arrangement.ts';
import type { Wanted } from './find-candidates.ts';
import { lowerBound } from './lower-bound.ts';

/** The words of each document's name, by number, as far as its text has them too. */
export type NameWords = {
  /** Where those of each document start in `numbers`; one more at the end. */
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
};

/** From the order in which names were read to that of the ordinals, and to the words' last numbers. */
export function arrangeNames(
  named: Uint32Array,
  ends: Uint32Array,
  numberOf: Uint32Array,
  { arrivals }: Pick<Arrangement, 'arrivals'>,
): NameWords {
  const startOf = (arrival: number) => (arrival > 0 ? (ends[arrival - 1] ?? 0) : 0);
  const starts = new Uint32Array(arrivals.length + 1);
  arrivals.forEach((arrival, ordinal) => {
    const size = (ends[arrival] ?? 0) - startOf(arrival);
    starts[ordinal + 1] = (starts[ordinal] ?? 0) + size;
  });
  const numbers = new Uint32Array(starts.at(-1) ?? 0);
  let next = 0;
  for (let ordinal = 0; ordinal < arrivals.length; ordinal += 1) {
    const arrival = arrivals[ordinal] ?? 0;
    for (let at = startOf(arrival); at < (ends[arrival] ?? 0); at += 1) {
      numbers[next++] = numberOf[named[at] ?? 0] ?? 0;
    }
  }
  return { starts, numbers };
}

/** Notes in `missing`, for each of the ordinals, how many of the words wanted its name does not have. */
export function countMissing(
  names: NameWords,
  wanted: Wanted,
  ordinals: Uint32Array,
  missing: Uint8Array,
): void {
  for (let at = 0; at < ordinals.length; at += 1) {
    const ordinal = ordinals[at] ?? 0;
    let left = 0;
    for (const meant of wanted) if (!hasAny(names, ordinal, meant)) left += 1;
    missing[ordinal] = left;
  }
}

/** `meant` ascending. */
function hasAny(
  { starts, numbers }: NameWords,
  ordinal: number,
  meant: readonly number[],
): boolean {
  const end = starts[ordinal + 1] ?? 0;
  for (let at = starts[ordinal] ?? 0; at < end; at += 1) {
    const number = numbers[at] ?? 0;
    if (meant[lowerBound(meant, number, 0, meant.length)] === number) return true;
  }
  return false;
}
