import { EARTH_RADIUS_MILES, isOnGlobe, type Point } from '../miles-between.ts';
import type { Arrangement } from './arrangement.ts';
import { collectFloats } from './collect-numbers.ts';
import { cellOf } from './grid.ts';
import { vectorOf } from './vectors.ts';

/** Where the documents are, by ordinal: those with a point come first, in the order of the grid. */
export type Places = {
  readonly count: number;
  readonly cells: Uint32Array;
  /** Latitude and longitude of each place, in degrees. */
  readonly degrees: Float64Array;
  /** Three numbers for each place: the point as a vector, each number off by 3 × 10⁻⁸ at most. */
  readonly vectors: Float32Array;
};

/** Points as they are read; what is not on the globe counts as none. */
export type PointCollector = {
  readonly add: (point: Point | null) => void;
  readonly at: (arrival: number) => Point | null;
};

export function collectPoints(): PointCollector {
  const degrees = collectFloats();
  return {
    add: (point) => {
      const known = point !== null && isOnGlobe(point);
      degrees.add(known ? point.latitude : NaN);
      degrees.add(known ? point.longitude : NaN);
    },
    at: (arrival) => {
      const [latitude, longitude] = [degrees.at(arrival * 2), degrees.at(arrival * 2 + 1)];
      return Number.isNaN(latitude) ? null : { latitude, longitude };
    },
  };
}

export function buildPlaces(points: PointCollector, { arrivals }: Arrangement): Places {
  const isNowhere = (arrival: number) => points.at(arrival) === null;
  const firstNowhere = arrivals.findIndex(isNowhere);
  const count = firstNowhere < 0 ? arrivals.length : firstNowhere;
  const cells = new Uint32Array(count);
  const degrees = new Float64Array(count * 2);
  const vectors = new Float32Array(count * 3);
  for (let ordinal = 0; ordinal < count; ordinal += 1) {
    const point = points.at(arrivals[ordinal] ?? 0);
    if (point === null) continue;
    cells[ordinal] = cellOf(point);
    degrees.set([point.latitude, point.longitude], ordinal * 2);
    vectors.set(vectorOf(point), ordinal * 3);
  }
  return { count, cells, degrees, vectors };
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
  for (let at = 0; at < ordinals.length; at += 1) {
    const ordinal = ordinals[at] ?? 0;
    const dx = (vectors[ordinal * 3] ?? 0) - x;
    const dy = (vectors[ordinal * 3 + 1] ?? 0) - y;
    const dz = (vectors[ordinal * 3 + 2] ?? 0) - z;
    chords[ordinal] = ordinal < count ? dx * dx + dy * dy + dz * dz : Infinity;
  }
}

/**
 * Closer to a chord than this, only `milesBetween` itself can tell which is longer. A vector's end is
 * off by e = 5.2 × 10⁻⁸, so two lines may stand the wrong way round when their lengths differ by less
 * than 2e; their squares, which chords are, then differ by less than this.
 */
export const doubtOf = (chord: number): number => chord * 1e-3 + 4e-11;

/** The chord of so many miles over ground, as `measureChords` gives it. */
export function chordOfMiles(miles: number): number {
  const half = Math.sin(Math.min(miles / EARTH_RADIUS_MILES, Math.PI) / 2);
  return 4 * half * half;
}

/** From here on, a third of the way round the Earth, a chord tells too little of the miles. */
export const FAR_CHORD = 3;

/** About how many miles over ground a chord below `FAR_CHORD` spans: off by less than a yard. */
export function milesOfChord(chord: number): number {
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(chord) / 2));
}
