import { EARTH_RADIUS_MILES, type Point } from '../miles-between.ts';
import { cellOf } from './grid.ts';
import { vectorOf } from './vectors.ts';

/** Where the documents are, by ordinal: those with a point come first, in the order of the grid. */
export type Places = {
  readonly count: number;
  readonly cells: Uint32Array;
  /** Latitude and longitude of each place, in degrees. */
  readonly degrees: Float64Array;
  /** Three numbers for each place: the point as a vector. */
  readonly vectors: Float64Array;
};

export function buildPlaces(points: readonly Point[]): Places {
  return {
    count: points.length,
    cells: Uint32Array.from(points, cellOf),
    degrees: Float64Array.from(points.flatMap(({ latitude, longitude }) => [latitude, longitude])),
    vectors: Float64Array.from(points.flatMap(vectorOf)),
  };
}

/** The point of a document; undefined when it has none. */
export function pointAt({ count, degrees }: Places, ordinal: number): Point | undefined {
  if (ordinal >= count) return undefined;
  return { latitude: degrees[ordinal * 2] ?? 0, longitude: degrees[ordinal * 2 + 1] ?? 0 };
}

/**
 * Notes in `chords`, for each of the ordinals, the square of the straight line through the Earth from
 * the centre (radius 1): cheap, and in the same order as the distance over ground. Infinity for a
 * document without a point.
 */
export function measureChords(
  { vectors, count }: Places,
  centre: Point,
  ordinals: Uint32Array,
  chords: Float64Array,
): void {
  const [x, y, z] = vectorOf(centre);
  for (const ordinal of ordinals) {
    const dx = (vectors[ordinal * 3] ?? 0) - x;
    const dy = (vectors[ordinal * 3 + 1] ?? 0) - y;
    const dz = (vectors[ordinal * 3 + 2] ?? 0) - z;
    chords[ordinal] = ordinal < count ? dx * dx + dy * dy + dz * dz : Infinity;
  }
}

/** The chord of so many miles over ground, as `chordsFrom` gives it. */
export function chordOfMiles(miles: number): number {
  const half = Math.sin(Math.min(miles / EARTH_RADIUS_MILES, Math.PI) / 2);
  return 4 * half * half;
}

/** About how many miles over ground a chord spans; off by less than half a yard. */
export function milesOfChord(chord: number): number {
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(chord) / 2));
}
