import { milesBetween, type Point } from '../miles-between.ts';
import type { Snapshot } from './build-snapshot.ts';
import { detourMiles } from './detour-miles.ts';
import type { Part } from './part.ts';
import { pointAt } from './places.ts';
import type { Ranks } from './ranks.ts';
import { DOUBTFUL_MILES, type Reach, type Way } from './reach.ts';

/** As for `Array.sort`, of ordinals; never 0 for two different ones. */
export type Compare = (a: number, b: number) => number;

/** The order that `SearchQuery.sort` names, for documents whose reach is noted on the desk. */
export function orderOf(part: Part, sort: string, reach: Reach | null): Compare {
  const { snapshot } = part;
  const byName = nameOrder(snapshot);
  if (sort === 'name') return byName;
  const equals = reach === null ? byName : distanceOrder(part, reach.near, byName);
  if (sort === 'distance') return equals;
  if (sort === 'detour') return reach?.along ? detourOrder(part, reach.along, byName) : equals;
  const ranks = snapshot.ranks.get(sort);
  return ranks === undefined ? equals : rankOrder(ranks, equals);
}

const nameOrder =
  ({ nameOrder }: Snapshot): Compare =>
  (a, b) =>
    (nameOrder[a] ?? 0) - (nameOrder[b] ?? 0);

/** By chord; by the miles themselves where the chord's rounding could decide. */
function distanceOrder(
  { snapshot: { places }, desk }: Part,
  near: Point,
  byName: Compare,
): Compare {
  const { chords } = desk;
  const miles = (ordinal: number): number => {
    const point = pointAt(places, ordinal);
    return point === undefined ? Infinity : milesBetween(near, point);
  };
  return (a, b) => {
    const chord = chords[a] ?? 0;
    const gap = chord - (chords[b] ?? 0);
    if (Math.abs(gap) > chord * 1e-9 + 1e-20) return gap;
    // Two documents without a point give NaN here, and so go by name.
    return miles(a) - miles(b) || byName(a, b);
  };
}

/** Of places that have a point, as all have that are near a way. */
function detourOrder(
  { snapshot: { places }, desk }: Part,
  { from, to }: Way,
  byName: Compare,
): Compare {
  const { detours } = desk;
  const added = (ordinal: number): number => {
    const point = pointAt(places, ordinal);
    return point === undefined ? Infinity : detourMiles(from, to, point);
  };
  return (a, b) => {
    const gap = (detours[a] ?? 0) - (detours[b] ?? 0);
    if (Math.abs(gap) > 2 * DOUBTFUL_MILES) return gap;
    return added(a) - added(b) || byName(a, b);
  };
}

/** The lowest first; those without a rank (NaN) last. */
function rankOrder(ranks: Ranks, equals: Compare): Compare {
  return (a, b) => {
    const [rankA, rankB] = [ranks[a] ?? NaN, ranks[b] ?? NaN];
    if (rankA < rankB) return -1;
    if (rankA > rankB) return 1;
    return Number(Number.isNaN(rankA)) - Number(Number.isNaN(rankB)) || equals(a, b);
  };
}
