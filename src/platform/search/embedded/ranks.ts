import type { SearchDocument } from '../search-engine.ts';
import { LEFT_OUT, type Arrangement } from './arrangement.ts';
import { collectFloats, collectNumbers } from './collect-numbers.ts';
import { getOrAdd } from './get-or-add.ts';

/** The number of each document by which it can be sorted, by ordinal; NaN where it has none. */
export type Ranks = Float32Array | Float64Array;

/** The ranks of documents as they are read. */
export type RankCollector = {
  readonly add: (ranks: SearchDocument['ranks']) => void;
  /** By name. */
  readonly build: (arrangement: Arrangement) => ReadonlyMap<string, Ranks>;
};

export function collectRanks(): RankCollector {
  const byName = new Map<string, ReturnType<typeof collectNamed>>();
  let added = 0;
  return {
    add: (ranks) => {
      for (const name of Object.keys(ranks)) {
        const { owners, values } = getOrAdd(byName, name, collectNamed);
        owners.add(added);
        values.add(ranks[name] ?? NaN);
      }
      added += 1;
    },
    build: ({ arrivals, ordinals }) =>
      new Map(
        [...byName].map(([name, { owners, values }]) => {
          const all = values.all();
          const ranks = roomFor(all, arrivals.length).fill(NaN);
          owners.all().forEach((arrival, at) => {
            const ordinal = ordinals[arrival] ?? LEFT_OUT;
            if (ordinal !== LEFT_OUT) ranks[ordinal] = all[at] ?? NaN;
          });
          return [name, ranks];
        }),
      ),
  };
}

const collectNamed = () => ({ owners: collectNumbers(), values: collectFloats() });

/** In half the memory when that loses nothing, as with whole numbers up to 16 million. */
const roomFor = (numbers: Float64Array, count: number): Ranks =>
  numbers.every((number) => Object.is(Math.fround(number), number))
    ? new Float32Array(count)
    : new Float64Array(count);
