import { foldWords } from '../fold-words.ts';
import type { Span } from './grid.ts';
import { lowerBound } from './lower-bound.ts';

/** Which documents hold which word. */
export type Postings = {
  /** Every word of every document, sorted by code unit, so that one beginning is one stretch. */
  readonly words: readonly string[];
  /** Where the list of each word starts in `ordinals`; one more at the end. */
  readonly starts: Uint32Array;
  /** The lists, one after another, each ascending. */
  readonly ordinals: Uint32Array;
};

/** `texts` by ordinal. */
export function buildPostings(texts: readonly string[]): Postings {
  const lists = new Map<string, number[]>();
  texts.forEach((text, ordinal) => {
    for (const word of foldWords(text)) {
      const list = lists.get(word);
      if (list === undefined) lists.set(word, [ordinal]);
      else if (list.at(-1) !== ordinal) list.push(ordinal);
    }
  });
  const words = [...lists.keys()].sort();
  const starts = new Uint32Array(words.length + 1);
  words.forEach((word, at) => {
    starts[at + 1] = (starts[at] ?? 0) + (lists.get(word)?.length ?? 0);
  });
  const ordinals = new Uint32Array(starts.at(-1) ?? 0);
  words.forEach((word, at) => {
    ordinals.set(lists.get(word) ?? [], starts[at]);
  });
  return { words, starts, ordinals };
}

/** The stretch of `words` that a typed word stands for: itself, or all with its beginning. */
export function wordsLike(words: readonly string[], typed: string, beginning: boolean): Span {
  const start = firstAtLeast(words, typed);
  const end = beginning
    ? firstAtLeast(words, `${typed}\uffff`)
    : start + (words[start] === typed ? 1 : 0);
  return { start, end };
}

/** Visits the documents of one word within the spans (ascending). */
export function visitPostings(
  postings: Postings,
  word: number,
  spans: readonly Span[],
  visit: (ordinal: number) => void,
): void {
  const { starts, ordinals } = postings;
  const listEnd = starts[word + 1] ?? 0;
  let from = starts[word] ?? 0;
  for (const { start, end } of spans) {
    from = lowerBound(ordinals, start, from, listEnd);
    while (from < listEnd && (ordinals[from] ?? 0) < end) {
      visit(ordinals[from] ?? 0);
      from += 1;
    }
    if (from === listEnd) return;
  }
}

function firstAtLeast(words: readonly string[], value: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
