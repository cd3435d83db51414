import { milesBetween, type Point } from '../miles-between.ts';
import type { Snapshot } from './build-snapshot.ts';
import { detourMiles } from './detour-miles.ts';
import type { Part } from './part.ts';
import { doubtOf, pointAt, type Places } from './places.ts';
import { DOUBTFUL_MILES, type Reach, type Way } from './reach.ts';
import type { Order } from './take-first.ts';

type Compare = Order['compare'];

const itself = (key: number): number => key;

/** The order that `SearchQuery.sort` names, for documents whose reach is noted on the desk. */
export function orderOf(part: Part, sort: string, reach: Reach | null): Order {
  const byName = nameOrder(part.snapshot);
  if (sort === 'name') return byName;
  const equals = reach === null ? byName : distanceOrder(part, reach.near, byName.compare);
  if (sort === 'distance') return equals;
  if (sort === 'detour') {
    return reach?.along ? detourOrder(part, reach.along, byName.compare) : equals;
  }
  if (sort === 'relevance') return rankOrder(part.desk.marks, equals.compare);
  const ranks = part.snapshot.ranks.get(sort);
  return ranks === undefined ? equals : rankOrder(ranks, equals.compare);
}

const nameOrder = ({ nameOrder }: Snapshot): Order => ({
  compare: (a, b) => (nameOrder[a] ?? 0) - (nameOrder[b] ?? 0),
  keys: nameOrder,
  clearlyAfter: itself,
});

/** By chord; by the miles themselves where the chord's rounding could decide. */
function distanceOrder({ snapshot: { places }, desk }: Part, near: Point, byName: Compare): Order {
  const { chords } = desk;
  const miles = (ordinal: number): number => {
    const point = pointAt(places, ordinal);
    return point === undefined ? Infinity : milesBetween(near, point);
  };
  const compare: Compare = (a, b) => {
    const chord = chords[a] ?? 0;
    const gap = chord - (chords[b] ?? 0);
    if (Math.abs(gap) > doubtOf(chord)) return gap;
    // Two documents without a point give NaN here, and so go by name.
    return isSamePlace(places, a, b) ? byName(a, b) : miles(a) - miles(b) || byName(a, b);
  };
  return { compare, keys: chords, clearlyAfter: (chord) => chord + doubtOf(chord) };
}

const isSamePlace = ({ degrees }: Places, a: number, b: number): boolean =>
  degrees[a * 2] === degrees[b * 2] && degrees[a * 2 + 1] === degrees[b * 2 + 1];

/** Of places that have a point, as all have that are near a way. */
function detourOrder(
  { snapshot: { places }, desk }: Part,
  { from, to }: Way,
  byName: Compare,
): Order {
  const { detours } = desk;
  const added = (ordinal: number): number => {
    const point = pointAt(places, ordinal);
    return point === undefined ? Infinity : detourMiles(from, to, point);
  };
  const compare: Compare = (a, b) => {
    const gap = (detours[a] ?? 0) - (detours[b] ?? 0);
    if (Math.abs(gap) > 2 * DOUBTFUL_MILES) return gap;
    return added(a) - added(b) || byName(a, b);
  };
  return { compare, keys: detours, clearlyAfter: (detour) => detour + 2 * DOUBTFUL_MILES };
}

/** The lowest first; those without a rank (NaN) last. */
function rankOrder(ranks: Order['keys'], equals: Compare): Order {
  const compare: Compare = (a, b) => {
    const rankA = ranks[a] ?? NaN;
    const rankB = ranks[b] ?? NaN;
    if (rankA < rankB) return -1;
    if (rankA > rankB) return 1;
    return Number(Number.isNaN(rankA)) - Number(Number.isNaN(rankB)) || equals(a, b);
  };
  return { compare, keys: ranks, clearlyAfter: itself };
}
