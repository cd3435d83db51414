import { isOnGlobe, milesBetween, type Point } from '../miles-between.ts';
import type { SearchQuery } from '../search-engine.ts';
import type { Desk } from './desk.ts';
import type { Snapshot } from './build-snapshot.ts';
import { circleRound, detourMiles } from './detour-miles.ts';
import { stretchesWithin, type Circle, type Stretch } from './grid.ts';
import { keep } from './keep.ts';
import type { Part } from './part.ts';
import {
  FAR_CHORD,
  chordOfMiles,
  doubtOf,
  measureChords,
  milesOfChord,
  pointAt,
  type Places,
} from './places.ts';

/** Where a query looks from and how far. */
export type Reach = {
  readonly near: Point;
  readonly withinMiles: number | null;
  readonly along: Way | null;
};

/** From the centre to somewhere else, and how many miles going by a place may add. */
export type Way = { readonly from: Point; readonly to: Point; readonly detourMiles: number };

/** Closer to a limit than so many miles, only `milesBetween` itself can tell. */
export const DOUBTFUL_MILES = 2e-3;

/** Null without a centre on the globe; a way to somewhere off the globe counts as none. */
export function reachOf({ near, withinMiles, along }: SearchQuery): Reach | null {
  if (near === null || !isOnGlobe(near)) return null;
  const way = along !== null && isOnGlobe(along.to) ? { from: near, ...along } : null;
  return { near, withinMiles, along: way };
}

/** The stretches of ordinals that hold every document within reach (and some beyond). */
export function stretchesOf({ count, places }: Snapshot, reach: Reach | null): readonly Stretch[] {
  const circle = reach === null ? null : smallestCircle(reach);
  if (circle === null) return [{ start: 0, end: count }];
  return stretchesWithin(places.cells, circle);
}

function smallestCircle({ near, withinMiles, along }: Reach): Circle | null {
  const within = withinMiles === null ? null : { centre: near, miles: withinMiles };
  const round = along === null ? null : circleRound(along.from, along.to, along.detourMiles);
  if (within === null || round === null) return within ?? round;
  return round.miles < within.miles ? round : within;
}

/**
 * Keeps, in place, the candidates within reach, and notes on the desk how far each is and, when the
 * query goes somewhere, about how many miles it adds.
 */
export function keepReached(
  { snapshot: { places }, desk }: Part,
  candidates: Uint32Array,
  { near, withinMiles, along }: Reach,
): Uint32Array {
  measureChords(places, near, candidates, desk.chords);
  const around =
    withinMiles === null
      ? candidates
      : keepWithin(places, desk.chords, candidates, { centre: near, miles: withinMiles });
  return along === null ? around : keepAlong(places, desk, around, along);
}

function keepWithin(
  places: Places,
  chords: Float64Array,
  candidates: Uint32Array,
  { centre, miles }: Circle,
): Uint32Array {
  const edge = miles >= 0 ? chordOfMiles(miles) : -1;
  const doubt = doubtOf(Math.abs(edge));
  const isWithin = (ordinal: number): boolean => {
    const point = pointAt(places, ordinal);
    return point !== undefined && milesBetween(centre, point) <= miles;
  };
  let kept = 0;
  // Every place around comes by here: `keep` would ask a function about each.
  for (let at = 0; at < candidates.length; at += 1) {
    const ordinal = candidates[at] ?? 0;
    const chord = chords[ordinal] ?? Infinity;
    if (chord > edge + doubt) continue;
    if (chord < edge - doubt || isWithin(ordinal)) candidates[kept++] = ordinal;
  }
  return candidates.subarray(0, kept);
}

function keepAlong(
  places: Places,
  { chords, detours }: Desk,
  candidates: Uint32Array,
  { from, to, detourMiles: limit }: Way,
): Uint32Array {
  const direct = milesBetween(from, to);
  measureChords(places, to, candidates, detours);
  return keep(candidates, (ordinal) => {
    const point = pointAt(places, ordinal);
    if (point === undefined) return false;
    const [one, other] = [chords[ordinal] ?? 0, detours[ordinal] ?? 0];
    const detour =
      Math.max(one, other) < FAR_CHORD
        ? milesOfChord(one) + milesOfChord(other) - direct
        : detourMiles(from, to, point);
    detours[ordinal] = detour;
    if (Math.abs(detour - limit) > DOUBTFUL_MILES) return detour < limit;
    return detourMiles(from, to, point) <= limit;
  });
}
