import { Index } from 'flexsearch';
import { foldWords } from '#platform/search/fold-words.ts';
import { processorTime } from '../../support/processor-time.ts';
import { turnFor, type Contender, type OpenContender } from './contender.ts';
import { siftOf } from './sift.ts';

/** FlexSearch for the words (all of them, each by its beginning), the rest row by row. */
export const openFlexSearch: OpenContender = (documents): Contender => {
  const index = new Index({
    tokenize: 'forward',
    encode: (text) => [...foldWords(text)],
    resolution: 1,
  });
  let id = 0;
  for (const { text } of documents) index.add(id++, text);
  const sift = siftOf(documents);
  const limit = documents.count;
  return {
    name: 'FlexSearch 0.8',
    turn: turnFor(documents, 5, 20),
    canAnswer: ({ words }) => words !== '',
    search: (query) => {
      const found = index.search(query.words, { limit, suggest: false });
      return sift(found.map(Number), query);
    },
    worked: processorTime,
    close: () => undefined,
  };
};
