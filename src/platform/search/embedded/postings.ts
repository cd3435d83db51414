import { foldWords } from '../fold-words.ts';
import { collectNumbers } from './collect-numbers.ts';
import type { Stretch } from './grid.ts';
import { lowerBound } from './lower-bound.ts';

/** Which documents hold which word; words are known by number. */
export type Postings = {
  /** Where the list of each word starts in `ordinals`; one more at the end. */
  readonly starts: Uint32Array;
  /** The lists, one after another, each ascending. */
  readonly ordinals: Uint32Array;
};

/** `texts` by ordinal. Gives every word, sorted by code unit, and the lists in the same order. */
export function buildPostings(texts: readonly string[]): {
  readonly words: readonly string[];
  readonly postings: Postings;
} {
  const { seen, words, ends } = readTexts(texts);
  const sorted = [...words].sort();
  const numbers = new Map(sorted.map((word, number) => [word, number]));
  const numberOf = Uint32Array.from(words, (word) => numbers.get(word) ?? 0);
  return { words: sorted, postings: sortByWord(seen, ends, numberOf) };
}

type Texts = {
  /** Each word once, as first seen. */
  readonly words: readonly string[];
  /** The words of each text, each once, by place in `words`; one text after another. */
  readonly seen: Uint32Array;
  /** Where each text ends in `seen`. */
  readonly ends: Uint32Array;
};

function readTexts(texts: readonly string[]): Texts {
  const places = new Map<string, number>();
  const lastSeenIn: number[] = [];
  const seen = collectNumbers();
  const ends = new Uint32Array(texts.length);
  texts.forEach((text, ordinal) => {
    for (const word of foldWords(text)) {
      const place = places.get(word) ?? places.size;
      if (place === places.size) places.set(word, place);
      if (lastSeenIn[place] === ordinal) continue;
      lastSeenIn[place] = ordinal;
      seen.add(place);
    }
    ends[ordinal] = seen.size();
  });
  return { words: [...places.keys()], seen: seen.all(), ends };
}

/** `numberOf` gives a word's number for its place. */
function sortByWord(seen: Uint32Array, ends: Uint32Array, numberOf: Uint32Array): Postings {
  const starts = new Uint32Array(numberOf.length + 1);
  for (const place of seen) {
    const after = (numberOf[place] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let word = 0; word < numberOf.length; word += 1) {
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  }
  const free = starts.slice();
  const ordinals = new Uint32Array(seen.length);
  let at = 0;
  ends.forEach((end, ordinal) => {
    for (; at < end; at += 1) {
      const word = numberOf[seen[at] ?? 0] ?? 0;
      const next = free[word] ?? 0;
      ordinals[next] = ordinal;
      free[word] = next + 1;
    }
  });
  return { starts, ordinals };
}

/** Visits the documents of one word within the stretches (ascending). */
export function visitPostings(
  { starts, ordinals }: Postings,
  word: number,
  stretches: readonly Stretch[],
  visit: (ordinal: number) => void,
): void {
  const listEnd = starts[word + 1] ?? 0;
  let from = starts[word] ?? 0;
  for (const { start, end } of stretches) {
    from = lowerBound(ordinals, start, from, listEnd);
    while (from < listEnd && (ordinals[from] ?? 0) < end) {
      visit(ordinals[from] ?? 0);
      from += 1;
    }
    if (from === listEnd) return;
  }
}
