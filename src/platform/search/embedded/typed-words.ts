import type { SearchHits } from '../search-engine.ts';
import { firstWords } from './first-words.ts';
import { meaningOf, type Meaning } from './meaning.ts';
import type { Part } from './part.ts';
import { everyHolder, sizeOfList } from './postings.ts';
import { textAt } from './text-table.ts';

/** What a person types is far below; it keeps a hostile query cheap. */
const MOST_WORDS = 12;
/** The last word may be unfinished once it is this long. */
const SHORTEST_BEGINNING = 2;

/** The words that somebody typed, and what they stand for in each part of the index. */
export type TypedWords = {
  readonly meanings: readonly Meaning[];
  readonly corrected: SearchHits['corrected'];
};

export function readWords(parts: readonly Part[], typed: string): TypedWords {
  const words = firstWords(typed, MOST_WORDS);
  const known = parts.map((part) => ({
    vocabulary: part.snapshot.vocabulary,
    isHeld: part.gone === null ? null : (number: number) => holdersOf(part, number, 1) > 0,
  }));
  const meanings = words.map((word, at) =>
    meaningOf(known, word, at === words.length - 1 && word.length >= SHORTEST_BEGINNING),
  );
  return { meanings, corrected: correctedOf(parts, words, meanings) };
}

/** How many documents that count have a word; it stops counting at `enough`. */
function holdersOf({ snapshot: { postings }, gone }: Part, word: number, enough: number): number {
  if (gone === null) return sizeOfList(postings, word);
  let held = 0;
  everyHolder(postings, word, (ordinal) => {
    if (gone[ordinal] === 0) held += 1;
    return held < enough;
  });
  return held;
}

/** Each forgiven word once, with the word taken for it that most documents have. */
function correctedOf(
  parts: readonly Part[],
  typed: readonly string[],
  meanings: readonly Meaning[],
): SearchHits['corrected'] {
  const taken = new Map<string, string>();
  meanings.forEach((meaning, at) => {
    const best = meaning.forgiven ? mostHeld(parts, meaning) : undefined;
    if (best !== undefined) taken.set(typed[at] ?? '', best);
  });
  return [...taken].map(([word, instead]) => ({ typed: word, taken: instead }));
}

/** The word of a meaning that most documents have; of equals, the first by code unit. */
function mostHeld(parts: readonly Part[], { numbers }: Meaning): string | undefined {
  const held = new Map<string, number>();
  parts.forEach((part, at) => {
    for (const number of numbers[at] ?? []) {
      const word = textAt(part.snapshot.vocabulary.words, number);
      held.set(word, (held.get(word) ?? 0) + holdersOf(part, number, Infinity));
    }
  });
  const [best] = [...held].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
  return best?.[0];
}
