import type { Stretch } from './grid.ts';
import { keep } from './keep.ts';
import type { Part } from './part.ts';
import { cutAtBlocks, visitPostings } from './postings.ts';

/** By word typed: the numbers of the words it stands for; a document must have one of each. */
export type Wanted = readonly (readonly number[])[];

/**
 * The documents within the stretches whose text has every word typed, in no order. The list lies on
 * the part's desk: it is good until the next search.
 */
export function findCandidates(
  part: Part,
  wanted: Wanted,
  stretches: readonly Stretch[],
): Uint32Array {
  const found =
    wanted.length === 0 ? allWithin(part, stretches) : withWords(part, wanted, stretches);
  const { gone } = part;
  return gone === null ? found : keep(found, (ordinal) => gone[ordinal] === 0);
}

function allWithin({ desk }: Part, stretches: readonly Stretch[]): Uint32Array {
  let found = 0;
  for (const { start, end } of stretches) {
    for (let ordinal = start; ordinal < end; ordinal += 1) desk.ordinals[found++] = ordinal;
  }
  return desk.ordinals.subarray(0, found);
}

/** A document's mark says how many of the words it has had, in turn; all of them: it is found. */
function withWords(
  { snapshot: { postings }, desk }: Part,
  wanted: Wanted,
  stretches: readonly Stretch[],
): Uint32Array {
  if (wanted.some(({ length }) => length === 0)) return desk.ordinals.subarray(0, 0);
  for (const { start, end } of stretches) desk.marks.fill(0, start, end);
  const cut = cutAtBlocks(stretches);
  let found = 0;
  wanted.forEach((numbers, had) => {
    const last = had === wanted.length - 1;
    const mark = (ordinal: number): void => {
      if (desk.marks[ordinal] !== had) return;
      desk.marks[ordinal] = had + 1;
      if (last) desk.ordinals[found++] = ordinal;
    };
    for (const number of numbers) visitPostings(postings, number, cut, mark);
  });
  return desk.ordinals.subarray(0, found);
}
