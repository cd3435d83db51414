import { EARTH_RADIUS_MILES, milesBetween, type Point } from '../miles-between.ts';
import type { Circle } from './grid.ts';
import { pointOf, vectorOf } from './vectors.ts';

/**
 * How many miles longer `from` → `by` → `to` is than `from` → `to`, never below 0. The one
 * definition of a detour in search.
 */
export function detourMiles(from: Point, to: Point, by: Point): number {
  return Math.max(0, milesBetween(from, by) + milesBetween(by, to) - milesBetween(from, to));
}

/**
 * A circle that holds every place no more than so many miles off the way. Half-way between the two
 * ends, with half the longest way allowed: a place and its mirror image there are never further
 * apart than that way. This fails for ways that reach round the Earth, whose circle is all of it.
 */
export function circleRound(from: Point, to: Point, detour: number): Circle {
  const direct = milesBetween(from, to);
  const stays = 2 * direct + detour <= Math.PI * EARTH_RADIUS_MILES;
  if (!stays) return { centre: from, miles: Infinity };
  return { centre: middleOf(from, to), miles: (direct + detour) / 2 };
}

function middleOf(from: Point, to: Point): Point {
  const [x, y, z] = vectorOf(from);
  const [alongX, alongY, alongZ] = vectorOf(to);
  return pointOf([x + alongX, y + alongY, z + alongZ]);
}
