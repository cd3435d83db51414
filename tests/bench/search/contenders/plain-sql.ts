import { choicesOf } from '../documents.ts';
import { openSqlBaseline } from '../sql-baseline.ts';
import { processorTime } from '../../support/processor-time.ts';
import type { Contender, OpenContender } from './contender.ts';

/** SQLite alone: R*Tree, FTS5 and sums. */
export const openPlainSql: OpenContender = (documents): Contender => {
  const baseline = openSqlBaseline(choicesOf(documents));
  for (const document of documents) baseline.add(document);
  return {
    name: 'SQLite alone',
    turn: 5,
    canAnswer: () => true,
    search: baseline.search,
    worked: processorTime,
    close: () => undefined,
  };
};
