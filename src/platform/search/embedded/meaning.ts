import { bitsApart, letterMask } from './letter-mask.ts';
import { wordsContaining } from './trigrams.ts';
import { isMistyped } from './typing-mistakes.ts';
import { wordItself, wordsBeginning, type Vocabulary } from './vocabulary.ts';

/** What a typed word stands for. */
export type Meaning = {
  /** Numbers of words in the vocabulary, ascending; a document must have one of them. */
  readonly numbers: readonly number[];
  /** Whether no document has the word itself. */
  readonly forgiven: boolean;
};

/** Shorter words are too like one another. */
const SHORTEST_FORGIVEN = 4;
/** From here on two mistakes are forgiven. */
const LONG = 8;
const DIGIT = /\p{N}/u;

/**
 * The words meant by a folded word: itself (or those that begin with it, when unfinished), else
 * those that contain it, else those a typing mistake or two away, else none. A word that some
 * document has stands as typed, even when no document has it together with the other words, or
 * near enough: what a word means never changes with what else is asked. A word with a digit in it
 * has no mistakes: one postcode is not another.
 */
export function meaningOf(vocabulary: Vocabulary, typed: string, unfinished: boolean): Meaning {
  const numbers = unfinished ? wordsBeginning(vocabulary, typed) : wordItself(vocabulary, typed);
  if (numbers.length > 0 || typed.length < SHORTEST_FORGIVEN) return { numbers, forgiven: false };
  const longer = wordsContaining(vocabulary.trigrams, vocabulary.words, typed);
  if (longer.length > 0) return { numbers: longer, forgiven: true };
  return { numbers: DIGIT.test(typed) ? [] : wordsMistyped(vocabulary, typed), forgiven: true };
}

/** One look at every word's letters leaves few to compare. */
function wordsMistyped({ words, masks }: Vocabulary, typed: string): readonly number[] {
  const most = typed.length < LONG ? 1 : 2;
  const mask = letterMask(typed);
  const found: number[] = [];
  for (let number = 0; number < masks.length; number += 1) {
    if (bitsApart(masks[number] ?? 0, mask) > 2 * most) continue;
    if (isMistyped(words[number] ?? '', typed, most)) found.push(number);
  }
  return found;
}
