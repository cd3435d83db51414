import { interval, isUntold, newGrid, wayThrough, type Grid } from './leeway.ts';

/** Counts below this are not told: they could point to a child. */
export const smallest = 5;
/** A hidden count could be any of at least this many more than the least it could be. */
export const leeway = 3;

/** What is told of a count: itself, that it is fewer than five, or nothing, to protect another. */
export type Told = number | 'few' | 'hidden';

/**
 * What may be told of a table of counts and its sums: the rows with their sums last, and the sums of
 * the columns, and of all, in a last row. Counts below five are not told, nor as many others as it
 * takes that no subtraction confines any of them to fewer than `leeway + 1` numbers; the sum of all
 * is always told. Null when even that would tell too much.
 */
export function protect(
  counts: readonly (readonly number[])[],
): readonly (readonly Told[])[] | null {
  const grid = newGrid(counts, smallest);
  const whole = grid.values.at(-1) ?? 0;
  if (whole < smallest || !widenAll(grid)) return null;
  const width = grid.columns;
  return Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: width }, (_, column) => told(grid, row * width + column)),
  );
}

function told(grid: Grid, cell: number): Told {
  const value = grid.values[cell] ?? 0;
  if (!isUntold(grid, cell)) return value;
  if (value >= smallest) return 'hidden';
  // A nought that anybody can work out is told.
  return value === 0 && interval(grid, cell, 1).more === 0 ? 0 : 'few';
}

/** Hides more until every hidden count has its leeway; false when that cannot be had. */
function widenAll(grid: Grid): boolean {
  let before = -1;
  while (before !== grid.hidden.size) {
    before = grid.hidden.size;
    const known = new Set<string>();
    for (let cell = 0; cell < grid.values.length; cell += 1) {
      if (!isUntold(grid, cell)) continue;
      const likeness = likenessOf(grid, cell);
      if (known.has(likeness)) continue;
      if (!widen(grid, cell)) return false;
      if (before === grid.hidden.size) known.add(likeness);
    }
  }
  return true;
}

/** Rows that look the same leave the same leeway: one of them is worked out. */
function likenessOf({ values, columns, hidden }: Grid, cell: number): string {
  const start = cell - (cell % columns);
  const row = values
    .slice(start, start + columns)
    .map((value, index) => `${value}${hidden.has(start + index) ? 'h' : ''}`);
  return `${cell % columns}:${row.join()}`;
}

function widen(grid: Grid, cell: number): boolean {
  const { less, more } = interval(grid, cell, leeway);
  if (less + more >= leeway) return true;
  if (grid.values[cell] === 0 && more === 0) return true;
  return hideFor(grid, cell, 'more') || hideFor(grid, cell, 'less');
}

/** Hides the counts on the cheapest ways by which this one could be more, or less. */
function hideFor(grid: Grid, cell: number, way: 'more' | 'less'): boolean {
  for (;;) {
    const { less, more } = interval(grid, cell, leeway);
    if (less + more >= leeway) return true;
    const path = wayThrough(grid, cell, way, way === 'more' ? more : less);
    if (path === null) return false;
    for (const passed of path) grid.hidden.add(passed);
  }
}
