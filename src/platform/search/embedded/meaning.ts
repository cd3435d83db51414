import { bitsApart, letterMask } from './letter-mask.ts';
import { textAt } from './text-table.ts';
import { wordsContaining } from './trigrams.ts';
import { isMistyped } from './typing-mistakes.ts';
import { wordItself, wordsBeginning, type Vocabulary } from './vocabulary.ts';

/** The words of one part of the index. */
export type KnownWords = {
  readonly vocabulary: Vocabulary;
  /** Whether some document still has the word of this number; null when all are held. */
  readonly isHeld: ((number: number) => boolean) | null;
};

/** What a typed word stands for. */
export type Meaning = {
  /** By part: numbers of words in its vocabulary, ascending; a document must have one of them. */
  readonly numbers: readonly (readonly number[])[];
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
export function meaningOf(
  parts: readonly KnownWords[],
  typed: string,
  unfinished: boolean,
): Meaning {
  const asked = (find: (vocabulary: Vocabulary) => readonly number[]) =>
    parts.map(({ vocabulary, isHeld }) => {
      const found = find(vocabulary);
      return isHeld === null ? found : found.filter(isHeld);
    });
  const itself = asked((known) =>
    unfinished ? wordsBeginning(known, typed) : wordItself(known, typed),
  );
  if (isAny(itself) || typed.length < SHORTEST_FORGIVEN) {
    return { numbers: itself, forgiven: false };
  }
  const longer = asked(({ trigrams, words }) => wordsContaining(trigrams, words, typed));
  if (isAny(longer) || DIGIT.test(typed)) return { numbers: longer, forgiven: true };
  return { numbers: asked((known) => wordsMistyped(known, typed)), forgiven: true };
}

const isAny = (numbers: Meaning['numbers']): boolean => numbers.some(({ length }) => length > 0);

/** One look at every word's letters leaves few to compare. */
function wordsMistyped({ words, masks }: Vocabulary, typed: string): readonly number[] {
  const most = typed.length < LONG ? 1 : 2;
  const mask = letterMask(typed);
  const found: number[] = [];
  for (let number = 0; number < masks.length; number += 1) {
    if (bitsApart(masks[number] ?? 0, mask) > 2 * most) continue;
    if (isMistyped(textAt(words, number), typed, most)) found.push(number);
  }
  return found;
}
