import { isMistyped } from '#platform/search/embedded/typing-mistakes.ts';
import { foldWords } from '#platform/search/fold-words.ts';

/** Something to be found, and its texts, each with what a word in it counts. */
export type Indexed<Item> = {
  readonly item: Item;
  readonly texts: readonly { readonly text: string; readonly weight: number }[];
};
export type WordIndex<Item> = readonly {
  readonly item: Item;
  /** Each word with the most that it counts. */
  readonly words: ReadonlyMap<string, number>;
}[];

export const wordIndex = <Item>(entries: readonly Indexed<Item>[]): WordIndex<Item> =>
  entries.map(({ item, texts }) => {
    const words = new Map<string, number>();
    for (const { text, weight } of texts) {
      for (const word of foldWords(text)) {
        words.set(word, Math.max(weight, words.get(word) ?? 0) + again);
      }
    }
    return { item, words };
  });

/** What each further time that a word stands there adds. */
const again = 0.1;
/** A beginning counts less than the word, a word with a typing mistake less again. */
const ofBeginning = 0.6;
const ofMistake = 0.4;
const mostWords = 12;

/**
 * What the words of a query find, best first. Of several words the finds hold as many as any does; a
 * word that nothing has is taken for one a typing mistake away (two from eight letters).
 */
export function findByWords<Item>(
  index: WordIndex<Item>,
  typed: readonly string[],
): readonly Item[] {
  const asked = typed.slice(0, mostWords).map((word) => rarely(index, matcherFor(index, word)));
  const scored = index.map(({ item, words }) => {
    const scores = asked.map((score) => score(words)).filter((score) => score > 0);
    return { item, matched: scores.length, score: scores.reduce((sum, one) => sum + one, 0) };
  });
  const best = Math.max(1, ...scored.map(({ matched }) => matched));
  return scored
    .filter(({ matched }) => matched === best)
    .sort((one, other) => other.score - one.score)
    .map(({ item }) => item);
}

type Score = (words: ReadonlyMap<string, number>) => number;

/** A word that few have tells more than one that all have. */
function rarely<Item>(index: WordIndex<Item>, score: Score): Score {
  const having = index.filter(({ words }) => score(words) > 0).length;
  const rare = Math.log(1 + index.length / Math.max(1, having));
  return (words) => rare * score(words);
}

function matcherFor<Item>(index: WordIndex<Item>, word: string): Score {
  const exact: Score = (words) => words.get(word) ?? 0;
  const begun: Score = (words) =>
    Math.max(exact(words), ofBeginning * best(words, (known) => known.startsWith(word)));
  const shown = word.length < 3 ? exact : begun;
  if (word.length < 4 || index.some(({ words }) => shown(words) > 0)) return shown;
  const mistakes = word.length < 8 ? 1 : 2;
  return (words) => ofMistake * best(words, (known) => isMistyped(known, word, mistakes));
}

function best(words: ReadonlyMap<string, number>, fits: (word: string) => boolean): number {
  let most = 0;
  for (const [word, weight] of words) if (weight > most && fits(word)) most = weight;
  return most;
}
