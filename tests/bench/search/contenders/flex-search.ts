import { Index } from 'flexsearch';
import { foldWords } from '#platform/search/fold-words.ts';
import type { Contender, OpenContender } from './contender.ts';
import { siftOf } from './sift.ts';

/** FlexSearch for the words (all of them, each by its beginning), the rest row by row. */
export const openFlexSearch: OpenContender = (documents): Contender => {
  const index = new Index({
    tokenize: 'forward',
    encode: (text) => [...foldWords(text)],
    resolution: 1,
  });
  for (const [id, { text }] of documents.entries()) index.add(id, text);
  const sift = siftOf(documents);
  const limit = documents.length;
  return {
    name: 'FlexSearch 0.8',
    turn: documents.length > 10_000 ? 20 : 5,
    canAnswer: ({ words }) => words !== '',
    search: (query) => {
      const found = index.search(query.words, { limit, suggest: false });
      return sift(found.map(Number), query);
    },
    close: () => undefined,
  };
};
