import type { SearchDocument, SearchEngine } from '#platform/search/search-engine.ts';
import { randomFrom } from '../../platform/search/random.ts';
import { inventQuery, type QueryMix } from './queries.ts';
import type { SqlBaseline } from './sql-baseline.ts';

const warmUp = 50;
const rounds = 1000;
/** SQL answers one query in so many: it takes that much longer. */
const sqlTurn = 5;

export type Measured = {
  /** Milliseconds, without the queries that another process interrupted. */
  readonly engine: readonly number[];
  readonly sql: readonly number[];
  /** Found on average. */
  readonly hits: number;
  /** The share of the queries that both answered in which both found as many. */
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
  const times = { engine: [] as number[], sql: [] as number[] };
  let [hits, compared, agreed] = [0, 0, 0];
  for (let round = -warmUp; round < rounds; round += 1) {
    const query = inventQuery(mix, random, points);
    const ours = timed(() => engine.search(query));
    const other = round % sqlTurn === 0 ? timed(() => baseline.search(query)) : undefined;
    if (round < 0) continue;
    hits += ours.value.total;
    if (ours.isOwn) times.engine.push(ours.took);
    if (other?.isOwn) times.sql.push(other.took);
    if (other) {
      compared += 1;
      agreed += other.value.total === ours.value.total ? 1 : 0;
    }
  }
  return { ...times, hits: hits / rounds, agreed: agreed / compared };
}

type Timed<T> = { readonly took: number; readonly isOwn: boolean; readonly value: T };

/** `isOwn` is false when another process took the core meanwhile. */
function timed<T>(work: () => T): Timed<T> {
  const before = process.resourceUsage().involuntaryContextSwitches;
  const began = performance.now();
  const value = work();
  const took = performance.now() - began;
  const isOwn = process.resourceUsage().involuntaryContextSwitches === before;
  return { took, isOwn, value };
}
