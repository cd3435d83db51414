import MiniSearch from 'minisearch';
import { foldWords } from '#platform/search/fold-words.ts';
import { processorTime } from '../../support/processor-time.ts';
import { turnFor, type Contender, type OpenContender } from './contender.ts';
import { siftOf } from './sift.ts';

/** MiniSearch for the words (all of them, the last by its beginning), the rest row by row. */
export const openMiniSearch: OpenContender = (documents): Contender => {
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => [...foldWords(text)],
    processTerm: (term) => term,
  });
  let id = 0;
  for (const { text } of documents) index.add({ id: id++, text });
  const sift = siftOf(documents);
  return {
    name: 'MiniSearch 7',
    turn: turnFor(documents, 5, 20),
    canAnswer: ({ words }) => words !== '',
    search: (query) => {
      const terms = foldWords(query.words);
      const found = index.search(query.words, {
        combineWith: 'AND',
        prefix: (_, at) => at === terms.length - 1,
      });
      return sift(
        found.map(({ id }) => Number(id)),
        query,
      );
    },
    worked: processorTime,
    close: () => undefined,
  };
};
