import { EARTH_RADIUS_MILES, milesBetween, radians, type Point } from '../miles-between.ts';
import { cellOf } from './grid.ts';

/** Where the documents are, by ordinal: those with a point come first, in the order of the grid. */
export type Places = {
  readonly points: readonly Point[];
  readonly cells: Uint32Array;
  /** Three numbers for each place: the point as a unit vector. */
  readonly vectors: Float64Array;
};

export function buildPlaces(points: readonly Point[]): Places {
  return {
    points,
    cells: Uint32Array.from(points, cellOf),
    vectors: Float64Array.from(points.flatMap(vectorOf)),
  };
}

/**
 * Gives the square of the straight line through the Earth to each place (radius 1): cheap, and in
 * the same order as the distance over ground. Infinity for a document without a point.
 */
export function chordsFrom(places: Places, centre: Point): (ordinal: number) => number {
  const { vectors, points } = places;
  const [x, y, z] = vectorOf(centre);
  return (ordinal) => {
    if (ordinal >= points.length) return Infinity;
    const dx = (vectors[ordinal * 3] ?? 0) - x;
    const dy = (vectors[ordinal * 3 + 1] ?? 0) - y;
    const dz = (vectors[ordinal * 3 + 2] ?? 0) - z;
    return dx * dx + dy * dy + dz * dz;
  };
}

/**
 * Whether a place is within the miles, given its chord. So near the edge that the chord's rounding
 * could decide, the miles themselves are compared, so that the answer agrees with what is shown.
 */
export function circleTest(
  places: Places,
  centre: Point,
  miles: number,
): (ordinal: number, chord: number) => boolean {
  const half = Math.sin(Math.min(miles / EARTH_RADIUS_MILES, Math.PI) / 2);
  const edge = 4 * half * half;
  const doubt = edge * 1e-6 + 1e-20;
  return (ordinal, chord) => {
    if (Math.abs(chord - edge) > doubt) return chord < edge && miles >= 0;
    const point = places.points[ordinal];
    return point !== undefined && milesBetween(centre, point) <= miles;
  };
}

function vectorOf({ latitude, longitude }: Point): readonly [number, number, number] {
  const [up, round] = [radians(latitude), radians(longitude)];
  return [Math.cos(up) * Math.cos(round), Math.cos(up) * Math.sin(round), Math.sin(up)];
}
