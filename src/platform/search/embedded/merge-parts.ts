import { milesBetween } from '../miles-between.ts';
import type { Snapshot } from './build-snapshot.ts';
import { detourMiles } from './detour-miles.ts';
import type { Wanted } from './find-candidates.ts';
import { countMissing } from './name-words.ts';
import { orderOf } from './order.ts';
import type { Part } from './part.ts';
import { pointAt } from './places.ts';
import type { Reach } from './reach.ts';
import { takeFirst } from './take-first.ts';

/** What a part of the index has found, in no order. */
export type Found = {
  readonly part: Part;
  readonly hits: Uint32Array;
  /** What was wanted of it, in the numbers of its own words. */
  readonly wanted: Wanted;
};
/** One document of a part. */
export type Placed = { readonly snapshot: Snapshot; readonly ordinal: number };

/** The first `howMany` of what all parts found, in order. */
export function firstOfAll(
  found: readonly Found[],
  howMany: number,
  sort: string,
  reach: Reach | null,
): readonly Placed[] {
  const firsts = found.map(({ part, hits, wanted }) => {
    const { snapshot, desk } = part;
    if (sort === 'relevance') countMissing(snapshot.nameWords, wanted, hits, desk.marks);
    const first = takeFirst(hits, howMany, orderOf(part, sort, reach));
    return { part, placed: [...first].map((ordinal) => ({ snapshot, ordinal })) };
  });
  const [only] = firsts;
  if (firsts.length === 1 && only) return only.placed;
  return firsts
    .flatMap(({ part, placed }) =>
      placed.map((one) => ({ one, keys: sortKeys(part, one.ordinal, sort, reach) })),
    )
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .slice(0, howMany)
    .map(({ one }) => one);
}

/** What `orderOf` compares, as numbers that can be compared across parts; the lowest come first. */
function sortKeys(
  { snapshot, desk, nameKey }: Part,
  ordinal: number,
  sort: string,
  reach: Reach | null,
): readonly number[] {
  const byName = nameKey(ordinal);
  if (sort === 'name') return byName;
  const rank = sort === 'relevance' ? [desk.marks[ordinal] ?? 0] : rankOf(snapshot, ordinal, sort);
  const point = reach === null ? undefined : pointAt(snapshot.places, ordinal);
  if (reach === null || point === undefined) {
    return [...rank, Infinity, ...byName];
  }
  return sort === 'detour' && reach.along
    ? [detourMiles(reach.near, reach.along.to, point), ...byName]
    : [...rank, milesBetween(reach.near, point), ...byName];
}

/** Those without a rank last, after any number; the same for all when there is none of that name. */
function rankOf({ ranks }: Snapshot, ordinal: number, sort: string): readonly [number, number] {
  const rank = ranks.get(sort)?.[ordinal] ?? NaN;
  return Number.isNaN(rank) ? [1, 0] : [0, rank];
}

function compareKeys(one: readonly number[], other: readonly number[]): number {
  const differs = one.findIndex((key, at) => key !== other[at]);
  return differs < 0 ? 0 : (one[differs] ?? 0) - (other[differs] ?? 0);
}
