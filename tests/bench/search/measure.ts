import type { SearchDocument, SearchEngine } from '#platform/search/search-engine.ts';
import { randomFrom } from '../../platform/search/random.ts';
import { inventQuery, type QueryMix } from './queries.ts';
import type { SqlBaseline } from './sql-baseline.ts';

const warmUp = 50;
const rounds = 1000;
/** SQL answers one query in so many: it takes that much longer. */
const sqlTurn = 5;

export type Measured = {
  /** Milliseconds. */
  readonly engine: readonly number[];
  readonly sql: readonly number[];
  /** Found on average. */
  readonly hits: number;
  /** How many of the queries that both answered have the same total and the same first 20. */
  readonly agreed: number;
};

/** Asks both the same queries in turn. */
export function measure(
  mix: QueryMix,
  engine: SearchEngine,
  baseline: SqlBaseline,
  points: readonly NonNullable<SearchDocument['point']>[],
): Measured {
  const random = randomFrom(11);
  const times = { engine: [0], sql: [0] };
  let hits = 0;
  let agreed = 0;
  for (let round = -warmUp; round < rounds; round += 1) {
    const query = inventQuery(mix, random, points);
    const { took, value: found } = timed(() => engine.search(query));
    const other = round % sqlTurn === 0 ? timed(() => baseline.search(query)) : undefined;
    if (round < 0) continue;
    times.engine[round] = took;
    hits += found.total;
    if (!other) continue;
    times.sql[round / sqlTurn] = other.took;
    const ids = new Set(found.hits.map(({ id }) => id));
    const same = other.value.ids.every((id) => ids.has(id)) && other.value.total === found.total;
    agreed += same ? 1 : 0;
  }
  return { ...times, hits: hits / rounds, agreed: agreed / times.sql.length };
}

function timed<T>(work: () => T): { readonly took: number; readonly value: T } {
  const began = performance.now();
  const value = work();
  return { took: performance.now() - began, value };
}
