import type { SearchDocument, SearchEngine } from '#platform/search/search-engine.ts';
import { randomFrom } from '../../platform/search/random.ts';
import type { Contender } from './contenders/contender.ts';
import { inventQuery, type QueryMix } from './queries.ts';

const warmUp = 50;
const rounds = 1000;

/** How one answered, in milliseconds, without the queries that another process interrupted. */
export type Measured = {
  readonly name: string;
  readonly took: readonly number[];
  /** How many times as long as the engine, query by query: a slow one answers only some of them. */
  readonly ratios: readonly number[];
  /** The share of its answers that found as many as the engine did. */
  readonly agreed: number;
};

/** Asks the engine and the contenders the same queries in turn; gives the engine first. */
export async function measure(
  mix: QueryMix,
  engine: SearchEngine,
  contenders: readonly Contender[],
  points: readonly NonNullable<SearchDocument['point']>[],
): Promise<readonly Measured[]> {
  const random = randomFrom(11);
  const ours = { name: 'our engine', took: [] as number[], ratios: [1], agreed: 1 };
  const others = contenders.map((contender) => ({
    contender,
    took: [] as number[],
    ratios: [] as number[],
    same: 0,
    all: 0,
  }));
  for (let round = -warmUp; round < rounds; round += 1) {
    const query = inventQuery(mix, random, points);
    const own = await timed(() => engine.search(query));
    if (round >= 0 && own.isOwn) ours.took.push(own.took);
    for (const other of others) {
      if (round % other.contender.turn !== 0 || !other.contender.canAnswer(query)) continue;
      const answer = await timed(() => other.contender.search(query));
      if (round < 0) continue;
      if (answer.isOwn) other.took.push(answer.took);
      if (answer.isOwn && own.isOwn) other.ratios.push(answer.took / own.took);
      other.all += 1;
      if (answer.value.total === own.value.total) other.same += 1;
    }
  }
  return [
    ours,
    ...others
      .filter(({ all }) => all > 0)
      .map(({ contender, took, ratios, same, all }) => ({
        name: contender.name,
        ...{ took, ratios },
        agreed: same / all,
      })),
  ];
}

type Timed<T> = { readonly took: number; readonly isOwn: boolean; readonly value: T };

/** `isOwn` is false when another process took the core meanwhile. */
async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const before = process.resourceUsage().involuntaryContextSwitches;
  const began = performance.now();
  const answer = work();
  const value = answer instanceof Promise ? await answer : answer;
  const took = performance.now() - began;
  const isOwn = process.resourceUsage().involuntaryContextSwitches === before;
  return { took, isOwn, value };
}
