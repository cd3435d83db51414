import { EARTH_RADIUS_MILES, radians, type Point } from '../miles-between.ts';
import { lowerBound } from './lower-bound.ts';

/** About 1.4 by 1.3 miles in England: a 5-mile circle is some eight rows. */
const ROW_DEGREES = 0.02;
const COLUMN_DEGREES = 0.03;
const COLUMNS = 360 / COLUMN_DEGREES;
/** More than any cell's number; about 2²⁷. */
export const CELLS = (180 / ROW_DEGREES + 1) * COLUMNS;
/** Keeps rounding from losing a place on the edge; the exact test comes later. */
const SLACK_DEGREES = 1e-6;

/** Ordinals from start up to, not including, end. */
export type Stretch = { readonly start: number; readonly end: number };

export type Circle = { readonly centre: Point; readonly miles: number };

const rowOf = (latitude: number): number => Math.floor((latitude + 90) / ROW_DEGREES);
const columnOf = (longitude: number): number =>
  Math.min(Math.floor((longitude + 180) / COLUMN_DEGREES), COLUMNS - 1);

/** The number of the grid cell that holds a point, counted row by row from the south-west. */
export function cellOf({ latitude, longitude }: Point): number {
  return rowOf(latitude) * COLUMNS + columnOf(longitude);
}

/**
 * The stretches of ordinals, ascending, that hold every place within the circle (and some beyond).
 * `cells` has the cell of each place by ordinal, ascending.
 */
export function stretchesWithin(cells: Uint32Array, circle: Circle): readonly Stretch[] {
  const box = boxAround(circle);
  const firstRow = Math.max(rowOf(box.south), Math.floor((cells[0] ?? 0) / COLUMNS));
  const lastRow = Math.min(rowOf(box.north), Math.floor((cells.at(-1) ?? 0) / COLUMNS));
  const stretches: Stretch[] = [];
  let reached = 0;
  for (let row = firstRow; row <= lastRow; row += 1) {
    const west = row * COLUMNS + columnOf(box.west);
    const east = row * COLUMNS + columnOf(box.east);
    const start = lowerBound(cells, west, reached, cells.length);
    const end = lowerBound(cells, east + 1, start, cells.length);
    if (end > start) addStretch(stretches, { start, end });
    reached = end;
  }
  return stretches;
}

function addStretch(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  if (last?.end !== next.start) stretches.push(next);
  else stretches[stretches.length - 1] = { start: last.start, end: next.end };
}

type Box = {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
};

/** A box of whole degrees round the circle; all longitudes when it holds a pole or the date line. */
function boxAround({ centre: { latitude, longitude }, miles }: Circle): Box {
  const angle = miles / EARTH_RADIUS_MILES;
  const high = (angle * 180) / Math.PI + SLACK_DEGREES;
  const south = Math.max(-90, latitude - high);
  const north = Math.min(90, latitude + high);
  const everywhere = { south, north, west: -180, east: 180 };
  if (south === -90 || north === 90) return everywhere;
  const half = Math.asin(Math.min(1, Math.sin(angle) / Math.cos(radians(latitude))));
  const wide = (half * 180) / Math.PI + SLACK_DEGREES;
  const [west, east] = [longitude - wide, longitude + wide];
  return west < -180 || east > 180 ? everywhere : { south, north, west, east };
}
