import type { SearchDocument, SearchEngine } from '#platform/search/search-engine.ts';
import { randomFrom } from '../../platform/search/random.ts';
import { processorTime } from '../support/processor-time.ts';
import type { Contender } from './contenders/contender.ts';
import { inventQuery, type QueryMix } from './queries.ts';

const warmUp = 50;
const rounds = 1000;

/** How one answered, in milliseconds. */
export type Measured = {
  readonly name: string;
  /** By the clock, without the queries that another process interrupted. */
  readonly took: readonly number[];
  /** Of processor, every query: what a busy neighbour on the machine cannot make longer. */
  readonly worked: readonly number[];
  /** How many times the engine's processor time, query by query: a slow one answers only some. */
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
  const ours = { name: 'our engine', ...noTimes(), ratios: [1], agreed: 1 };
  const others = contenders.map((contender) => ({
    contender,
    ...{ ...noTimes(), ratios: [] as number[], same: 0 },
  }));
  for (let round = -warmUp; round < rounds; round += 1) {
    const query = inventQuery(mix, random, points);
    const own = await timed(() => engine.search(query), processorTime);
    if (round >= 0) note(ours, own);
    for (const other of others) {
      const { contender, ratios } = other;
      if (round % contender.turn !== 0 || !contender.canAnswer(query)) continue;
      const answer = await timed(() => contender.search(query), contender.worked);
      if (round < 0) continue;
      note(other, answer);
      ratios.push(answer.worked / own.worked);
      if (answer.value.total === own.value.total) other.same += 1;
    }
  }
  return [
    ours,
    ...others
      .filter(({ worked }) => worked.length > 0)
      .map(({ contender: { name }, took, worked, ratios, same }) => ({
        ...{ name, took, worked, ratios },
        agreed: same / worked.length,
      })),
  ];
}

type Times = { readonly took: number[]; readonly worked: number[] };
const noTimes = (): Times => ({ took: [], worked: [] });

function note(times: Times, { took, worked, isOwn }: Timed<unknown>): void {
  if (isOwn) times.took.push(took);
  times.worked.push(worked);
}

type Timed<T> = {
  readonly took: number;
  readonly worked: number;
  /** False when another process took the core meanwhile, or the machine beneath was kept waiting. */
  readonly isOwn: boolean;
  readonly value: T;
};

async function timed<T>(work: () => T | Promise<T>, worked: () => number): Promise<Timed<T>> {
  const interrupted = () => process.resourceUsage().involuntaryContextSwitches;
  const [before, workedBefore] = [interrupted(), worked()];
  const began = performance.now();
  const answer = work();
  const value = answer instanceof Promise ? await answer : answer;
  const took = performance.now() - began;
  const own = worked() - workedBefore;
  return { took, worked: own, isOwn: interrupted() === before && took < own * 1.2 + 0.2, value };
}
