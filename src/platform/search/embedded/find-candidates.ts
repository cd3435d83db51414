import type { SearchHits } from '../search-engine.ts';
import type { Snapshot } from './build-snapshot.ts';
import { firstWords } from './first-words.ts';
import type { Stretch } from './grid.ts';
import { meaningOf, type Meaning } from './meaning.ts';
import { visitPostings } from './postings.ts';

/** What a person types is far below; it keeps a hostile query cheap. */
const MOST_WORDS = 12;
/** The last word may be unfinished once it is this long. */
const SHORTEST_BEGINNING = 2;

export type Candidates = {
  /** In no order. The list lies on the snapshot's desk: it is good until the next search. */
  readonly ordinals: Uint32Array;
  readonly corrected: SearchHits['corrected'];
};

/** The documents within the stretches whose text has every word typed. */
export function findCandidates(
  snapshot: Snapshot,
  typed: string,
  stretches: readonly Stretch[],
): Candidates {
  const words = firstWords(typed, MOST_WORDS);
  if (words.length === 0) return { ordinals: allWithin(snapshot, stretches), corrected: [] };
  const meanings = words.map((word, at) => {
    const unfinished = at === words.length - 1 && word.length >= SHORTEST_BEGINNING;
    return meaningOf(snapshot.vocabulary, word, unfinished);
  });
  return {
    ordinals: withWords(snapshot, meanings, stretches),
    corrected: correctedOf(snapshot, words, meanings),
  };
}

function allWithin({ desk }: Snapshot, stretches: readonly Stretch[]): Uint32Array {
  let found = 0;
  for (const { start, end } of stretches) {
    for (let ordinal = start; ordinal < end; ordinal += 1) desk.ordinals[found++] = ordinal;
  }
  return desk.ordinals.subarray(0, found);
}

/** A document's mark says how many of the words it has had, in turn; all of them: it is found. */
function withWords(
  { postings, desk }: Snapshot,
  meanings: readonly Meaning[],
  stretches: readonly Stretch[],
): Uint32Array {
  if (meanings.some(({ numbers }) => numbers.length === 0)) return desk.ordinals.subarray(0, 0);
  for (const { start, end } of stretches) desk.marks.fill(0, start, end);
  let found = 0;
  meanings.forEach(({ numbers }, had) => {
    const last = had === meanings.length - 1;
    const mark = (ordinal: number): void => {
      if (desk.marks[ordinal] !== had) return;
      desk.marks[ordinal] = had + 1;
      if (last) desk.ordinals[found++] = ordinal;
    };
    for (const number of numbers) visitPostings(postings, number, stretches, mark);
  });
  return desk.ordinals.subarray(0, found);
}

/** Each forgiven word once, with the word taken for it that most documents have. */
function correctedOf(
  { postings: { starts }, vocabulary }: Snapshot,
  typed: readonly string[],
  meanings: readonly Meaning[],
): SearchHits['corrected'] {
  const documentsWith = (number: number): number =>
    (starts[number + 1] ?? 0) - (starts[number] ?? 0);
  const taken = new Map<string, string>();
  meanings.forEach(({ numbers, forgiven }, at) => {
    if (!forgiven || numbers.length === 0) return;
    const most = numbers.reduce((best, number) =>
      documentsWith(number) > documentsWith(best) ? number : best,
    );
    taken.set(typed[at] ?? '', vocabulary.words[most] ?? '');
  });
  return [...taken].map(([word, instead]) => ({ typed: word, taken: instead }));
}
