import { EARTH_RADIUS_MILES, milesBetween, radians, type Point } from '../miles-between.ts';

/** At level 2 the globe has 16 rows of 16 cells, at each further level four times as many. */
const COARSEST = 2;
/** Cells of about 330 by 420 yards in England. */
const FINEST = 8;
const LEVELS = Array.from({ length: FINEST - COARSEST + 1 }, (_, at) => COARSEST + at);
/** A circle's edge is made of cells no larger than this share of its radius, if there are such. */
const EDGE_SHARE = 1 / 8;

type Cell = { readonly level: number; readonly row: number; readonly column: number };

/** Cells by name: those that lie wholly within a circle, and those that its edge may run through. */
export type Cover = { readonly inside: readonly string[]; readonly edge: readonly string[] };

/** The names of the cells that hold a point, one of each level. */
export function cellsAt({ latitude, longitude }: Point): readonly string[] {
  return LEVELS.map((level) => {
    const count = 4 ** level;
    const row = Math.min(count - 1, Math.floor(((latitude + 90) / 180) * count));
    const column = Math.min(count - 1, Math.floor(((longitude + 180) / 360) * count));
    return nameOf({ level, row, column });
  });
}

/** Every place within the circle is in one of the cells; one in a cell inside is within it. */
export function coverCircle(centre: Point, miles: number): Cover {
  const cover = { inside: [] as string[], edge: [] as string[] };
  const finest = finestFor(miles);
  const visit = (cell: Cell): void => {
    const lies = howItLies(cell, centre, miles);
    if (lies === 'outside') return;
    if (lies === 'inside') cover.inside.push(nameOf(cell));
    else if (cell.level >= finest) cover.edge.push(nameOf(cell));
    else within(cell).forEach(visit);
  };
  coarsestCells.forEach(visit);
  return cover;
}

const nameOf = ({ level, row, column }: Cell): string =>
  `${level}-${(row * 4 ** level + column).toString(36)}`;

const within = ({ level, row, column }: Cell): readonly Cell[] =>
  cellsFrom(level + 1, row * 4, column * 4, 4);

const cellsFrom = (level: number, row: number, column: number, side: number): readonly Cell[] =>
  Array.from({ length: side * side }, (_, at) => ({
    level,
    row: row + Math.floor(at / side),
    column: column + (at % side),
  }));

const coarsestCells = cellsFrom(COARSEST, 0, 0, 4 ** COARSEST);

const milesHigh = (level: number): number => (Math.PI * EARTH_RADIUS_MILES) / 4 ** level;

const finestFor = (miles: number): number =>
  LEVELS.find((level) => milesHigh(level) <= miles * EDGE_SHARE) ?? FINEST;

/** By a circle round the cell, so that a cell may be called an edge that is none, and never more. */
function howItLies(cell: Cell, centre: Point, miles: number): 'inside' | 'outside' | 'edge' {
  const { middle, reach } = circleRound(cell);
  const away = milesBetween(centre, middle);
  if (away + reach <= miles) return 'inside';
  return away - reach > miles ? 'outside' : 'edge';
}

/** Keeps rounding from losing a place on the edge. */
const SLACK_MILES = 1e-6;

/** A corner is no further from the middle than the way there with a steady course is long. */
function circleRound({ level, row, column }: Cell) {
  const [high, wide] = [180 / 4 ** level, 360 / 4 ** level];
  const [south, west] = [row * high - 90, column * wide - 180];
  const middle = { latitude: south + high / 2, longitude: west + wide / 2 };
  const widest = Math.min(Math.abs(south), Math.abs(south + high));
  const across = Math.cos(radians(widest)) * radians(wide / 2);
  const reach = EARTH_RADIUS_MILES * Math.hypot(radians(high / 2), across) + SLACK_MILES;
  return { middle, reach };
}
