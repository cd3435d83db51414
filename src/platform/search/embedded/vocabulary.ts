import { countOf, tableOf, textAt, type TextTable } from './text-table.ts';
import { buildTrigrams, type Trigrams } from './trigrams.ts';
import { letterMask } from './letter-mask.ts';

/** Every word that some document has. A word's number is its place in `words`. */
export type Vocabulary = {
  /** Sorted by code unit, so that the words with one beginning are neighbours. */
  readonly words: TextTable;
  /** Which letters each word has: see `letterMask`. */
  readonly masks: Int32Array;
  readonly trigrams: Trigrams;
};

/** `words` sorted by code unit, each once. */
export function buildVocabulary(words: readonly string[]): Vocabulary {
  return {
    words: tableOf(words),
    masks: Int32Array.from(words, letterMask),
    trigrams: buildTrigrams(words),
  };
}

/** The numbers of the words that begin with `beginning`, ascending. */
export function wordsBeginning({ words }: Vocabulary, beginning: string): readonly number[] {
  const numbers: number[] = [];
  const end = firstAtLeast(words, `${beginning}\uffff`);
  for (let number = firstAtLeast(words, beginning); number < end; number += 1) numbers.push(number);
  return numbers;
}

/** The number of one word, as a list; empty when no document has it. */
export function wordItself({ words }: Vocabulary, word: string): readonly number[] {
  const number = firstAtLeast(words, word);
  return number < countOf(words) && textAt(words, number) === word ? [number] : [];
}

function firstAtLeast(words: TextTable, value: string): number {
  let low = 0;
  let high = countOf(words);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (textAt(words, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
