import { foldWords } from '../fold-words.ts';
import type { Snapshot } from './build-snapshot.ts';
import type { Span } from './grid.ts';
import { visitPostings, wordsLike } from './postings.ts';

/** What a person types is far below both; they keep a hostile query cheap. */
const LONGEST_QUERY = 1000;
const MOST_WORDS = 12;
/** The last word may be unfinished once it is this long. */
const SHORTEST_BEGINNING = 2;

/**
 * The ordinals within the spans whose text has every word typed, in no order. The list lies on the
 * snapshot's desk: it is good until the next search.
 */
export function findCandidates(
  snapshot: Snapshot,
  typed: string,
  spans: readonly Span[],
): Uint32Array {
  const words = foldWords(typed.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS);
  return words.length === 0 ? allWithin(snapshot, spans) : withWords(snapshot, words, spans);
}

function allWithin({ desk }: Snapshot, spans: readonly Span[]): Uint32Array {
  let found = 0;
  for (const { start, end } of spans) {
    for (let ordinal = start; ordinal < end; ordinal += 1) desk.ordinals[found++] = ordinal;
  }
  return desk.ordinals.subarray(0, found);
}

/** A document's mark says how many of the words it has had, in turn; all of them: it is found. */
function withWords(
  { postings, desk }: Snapshot,
  words: readonly string[],
  spans: readonly Span[],
): Uint32Array {
  for (const { start, end } of spans) desk.marks.fill(0, start, end);
  let found = 0;
  words.forEach((word, had) => {
    const last = had === words.length - 1;
    const mark = (ordinal: number): void => {
      if (desk.marks[ordinal] !== had) return;
      desk.marks[ordinal] = had + 1;
      if (last) desk.ordinals[found++] = ordinal;
    };
    const like = wordsLike(postings.words, word, last && word.length >= SHORTEST_BEGINNING);
    for (let at = like.start; at < like.end; at += 1) visitPostings(postings, at, spans, mark);
  });
  return desk.ordinals.subarray(0, found);
}
