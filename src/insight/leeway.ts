/**
 * A table of counts with its sums in the last row and column, and which cells nobody is told: those
 * that are small, and those in `hidden`. Cells are numbered row by row.
 */
export type Grid = {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly number[];
  readonly smallest: number;
  readonly hidden: Set<number>;
};

/** How far a table could differ from the true one, cell by cell; sums count the other way round. */
type Shift = Map<number, number>;
type Step = { readonly cell: number; readonly sign: 1 | -1 };

export function newGrid(counts: readonly (readonly number[])[], smallest: number): Grid {
  const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
  const width = counts[0]?.length ?? 0;
  const sums = Array.from({ length: width }, (_, at) => sum(counts.map((row) => row[at] ?? 0)));
  const values = [...counts, sums].flatMap((row) => [...row, sum(row)]);
  return { rows: counts.length + 1, columns: width + 1, values, smallest, hidden: new Set() };
}

/** Whether a cell is not told; the sum of all always is. */
export const isUntold = ({ values, smallest, hidden }: Grid, cell: number): boolean =>
  cell !== values.length - 1 && ((values[cell] ?? 0) < smallest || hidden.has(cell));

/**
 * How much more and less than it is a cell could be for who knows all that is told; `less` only as far
 * as both together come to `most`.
 */
export function interval(grid: Grid, cell: number, most: number) {
  const more = reach(grid, cell, 'more', most);
  return { more, less: reach(grid, cell, 'less', most - more) };
}

function reach(grid: Grid, cell: number, way: 'more' | 'less', most: number): number {
  const shift: Shift = new Map();
  let reached = 0;
  while (reached < most) {
    const path = findPath(grid, cell, way, shift, false);
    if (path === null) break;
    for (const { cell: passed, sign } of path) shift.set(passed, (shift.get(passed) ?? 0) + sign);
    reached += 1;
  }
  return reached;
}

/**
 * The cells to hide besides so that a cell could be one more (or less) than `already` from its truth;
 * those whose hiding loses least. Null when there is no such way.
 */
export function wayThrough(
  grid: Grid,
  cell: number,
  way: 'more' | 'less',
  already: number,
): readonly number[] | null {
  const shift: Shift = new Map();
  for (let step = 0; step <= already; step += 1) {
    const path = findPath(grid, cell, way, shift, step === already);
    if (path === null) return null;
    if (step === already) {
      return path.map(({ cell: passed }) => passed).filter((passed) => !isUntold(grid, passed));
    }
    for (const { cell: passed, sign } of path) shift.set(passed, (shift.get(passed) ?? 0) + sign);
  }
  return null;
}

/** A sum moves against its parts, so that in every row and column all shifts add up to nought. */
const isSum = ({ rows, columns }: Grid, cell: number): boolean => {
  const inLastRow = cell >= (rows - 1) * columns;
  const inLastColumn = cell % columns === columns - 1;
  return inLastRow !== inLastColumn;
};

/** Whether a cell could be one more (or less) still, after a shift. */
function hasRoom(grid: Grid, cell: number, sign: 1 | -1, shift: Shift, mayHide: boolean): boolean {
  const value = grid.values[cell] ?? 0;
  if (!isUntold(grid, cell) && !(mayHide && isHideable(grid, cell))) return false;
  const turn = isSum(grid, cell) ? -1 : 1;
  const next = value + turn * ((shift.get(cell) ?? 0) + sign);
  return value < grid.smallest ? next >= 0 && next < grid.smallest : next >= grid.smallest;
}

const isHideable = ({ values, smallest }: Grid, cell: number): boolean =>
  cell !== values.length - 1 && (values[cell] ?? 0) >= smallest;

const costOf = (grid: Grid, cell: number): number =>
  isUntold(grid, cell) ? 0.001 : (grid.values[cell] ?? 0);

/**
 * The cheapest closed way through the table that starts with one more (or less) in `cell` and goes by
 * turns along a row and a column, with one less and one more by turns, so that all sums stay.
 */
function findPath(
  grid: Grid,
  cell: number,
  way: 'more' | 'less',
  shift: Shift,
  mayHide: boolean,
): readonly Step[] | null {
  const turn = isSum(grid, cell) ? -1 : 1;
  const sign = (way === 'more' ? turn : -turn) === 1 ? 1 : -1;
  if (!hasRoom(grid, cell, sign, shift, false)) return null;
  const { rows, columns } = grid;
  const row = Math.floor(cell / columns);
  const column = rows + (cell % columns);
  const [from, to] = sign === 1 ? [column, row] : [row, column];
  const search = { from, to, without: cell };
  const steps = mayHide ? cheapestWay(grid, search, shift) : anyWay(grid, search, shift);
  return steps && [{ cell, sign }, ...steps];
}

type Search = {
  readonly from: number;
  readonly to: number;
  readonly without: number;
};

type Came = Map<number, Step>;

/**
 * Any way, through what is not told already. Rows and columns are the nodes (columns after rows), and
 * cells the ways between them: from a row one goes by one more, from a column by one less.
 */
function anyWay(grid: Grid, { from, to, without }: Search, shift: Shift): readonly Step[] | null {
  const came: Came = new Map();
  const open = [from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const sign = node < grid.rows ? 1 : -1;
    const count = degreeOf(grid, node);
    for (let other = 0; other < count; other += 1) {
      const { cell, next } = wayTo(grid, node, other);
      if (cell === without || next === from || came.has(next)) continue;
      if (!hasRoom(grid, cell, sign, shift, false)) continue;
      came.set(next, { cell, sign });
      if (next === to) return stepsTo(grid, came, from, to);
      open.push(next);
    }
  }
  return null;
}

/** The way that loses least, through what is told too. */
function cheapestWay(
  grid: Grid,
  { from, to, without }: Search,
  shift: Shift,
): readonly Step[] | null {
  const cost = new Array<number>(grid.rows + grid.columns).fill(Infinity);
  const came: Came = new Map();
  const open = new Set([from]);
  cost[from] = 0;
  for (let node = from; open.size > 0 && node !== to; node = leastOf(open, cost)) {
    open.delete(node);
    const sign = node < grid.rows ? 1 : -1;
    const count = degreeOf(grid, node);
    for (let other = 0; other < count; other += 1) {
      const { cell, next } = wayTo(grid, node, other);
      const whole = (cost[node] ?? 0) + costOf(grid, cell);
      if (cell === without || !isLess(whole, cost[next])) continue;
      if (!hasRoom(grid, cell, sign, shift, true)) continue;
      cost[next] = whole;
      came.set(next, { cell, sign });
      open.add(next);
    }
  }
  return came.has(to) ? stepsTo(grid, came, from, to) : null;
}

const isLess = (one: number, other = Infinity): boolean => one < other;

/** How many cells a row or column has. */
const degreeOf = ({ rows, columns }: Grid, node: number): number => (node < rows ? columns : rows);

/** One of the cells of a row or column, and where it leads. */
function wayTo({ rows, columns }: Grid, node: number, other: number) {
  return node < rows
    ? { cell: node * columns + other, next: rows + other }
    : { cell: other * columns + (node - rows), next: other };
}

function leastOf(open: ReadonlySet<number>, cost: readonly number[]): number {
  let least = -1;
  for (const node of open) if (least === -1 || (cost[node] ?? 0) < (cost[least] ?? 0)) least = node;
  return least;
}

function stepsTo({ rows, columns }: Grid, came: Came, from: number, to: number): readonly Step[] {
  const steps: Step[] = [];
  for (let at = to; at !== from;) {
    const step = came.get(at);
    if (step === undefined) break;
    steps.unshift(step);
    // A cell joins its row and its column: the other end is where one came from.
    at = at < rows ? rows + (step.cell % columns) : Math.floor(step.cell / columns);
  }
  return steps;
}
