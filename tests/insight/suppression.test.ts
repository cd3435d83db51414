import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { protect, smallest, type Told } from '#insight/suppression.ts';

type Table = readonly (readonly Told[])[];

/**
 * Somebody with the published table and time: whether a table of counts fits all that is told, with
 * one cell (of the inside, or a sum) set. Tries every count, row by row, and adds up nothing smartly.
 */
function fits(told: Table, set: { row: number; column: number; value: number }, most: number) {
  const height = told.length - 1;
  const width = (told[0]?.length ?? 1) - 1;
  const at = (row: number, column: number): Told => told[row]?.[column] ?? 0;
  const may = (row: number, column: number, value: number): boolean => {
    if (row === set.row && column === set.column && value !== set.value) return false;
    const said = at(row, column);
    if (typeof said === 'number') return said === value;
    return said === 'few' ? value >= 0 && value < smallest : value >= smallest;
  };
  const above = (row: number, column: number): number => {
    const said = at(row, column);
    if (row === set.row && column === set.column) return set.value;
    return typeof said === 'number' ? said : said === 'few' ? smallest - 1 : most;
  };
  const sums = Array.from({ length: width }, () => 0);
  const fill = (row: number, column: number, rowSum: number, whole: number): boolean => {
    if (row === height) {
      return sums.every((sum, index) => may(height, index, sum)) && may(height, width, whole);
    }
    if (column === width) return may(row, width, rowSum) && fill(row + 1, 0, 0, whole + rowSum);
    for (let value = 0; value <= above(row, column); value += 1) {
      if (!may(row, column, value)) continue;
      if ((sums[column] ?? 0) + value > above(height, column)) break;
      if (rowSum + value > above(row, width) || whole + rowSum + value > above(height, width))
        break;
      sums[column] = (sums[column] ?? 0) + value;
      const found = fill(row, column + 1, rowSum + value, whole);
      sums[column] = (sums[column] ?? 0) - value;
      if (found) return true;
    }
    return false;
  };
  return fill(0, 0, 0, 0);
}

const untold = (told: Table) =>
  told.flatMap((cells, row) =>
    cells.flatMap((said, column) => (typeof said === 'number' ? [] : [{ row, column }])),
  );
const count = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 9 }) },
);
const table = (rows: number, columns: number) =>
  fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const tables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) => table(rows, columns));
const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);

describe('what is told of a table', () => {
  test('never lets a count that is not told be narrowed to fewer than four numbers', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const told = protect(counts);
        if (told === null) return;
        const most = sum(counts.flat());
        for (const cell of untold(told)) {
          const limit = told[cell.row]?.[cell.column] === 'few' ? smallest - 1 : most;
          const could = Array.from({ length: limit + 1 }, (_, value) => value).filter((value) =>
            fits(told, { ...cell, value }, most),
          );
          expect([told, cell, (could.at(-1) ?? 0) - (could[0] ?? 0) >= 3]).toEqual([
            told,
            cell,
            true,
          ]);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  test('is true, tells the sum of all, and never a count from one to four', () => {
    fc.assert(
      fc.property(table(6, 5), (counts) => {
        const told = protect(counts);
        if (told === null) return;
        const whole = [...counts.map((row) => [...row, sum(row)])];
        const sums = Array.from({ length: 6 }, (_, at) => sum(whole.map((row) => row[at] ?? 0)));
        [...whole, sums].forEach((row, y) =>
          row.forEach((value, x) => {
            const said = told[y]?.[x];
            if (typeof said === 'number') expect(said).toBe(value);
            else expect(said === 'few').toBe(value < smallest);
            if (value > 0 && value < smallest) expect(said).toBe('few');
          }),
        );
        expect(told.at(-1)?.at(-1)).toBe(sum(counts.flat()));
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test('hides another count where one alone could be worked out', () => {
    const told = protect([
      [12, 3, 20],
      [15, 30, 25],
      [9, 14, 40],
    ]);
    expect(told?.[0]?.[1]).toBe('few');
    for (const line of [told?.[0] ?? [], told?.map((row) => row[1] ?? 0) ?? []])
      expect(line.filter((said) => typeof said !== 'number').length).toBeGreaterThan(1);
    expect(told?.[2]?.[2]).toBe(40);
  });

  test('is everything where nothing is small, and nothing where all of it is', () => {
    expect(protect([[5, 6], [7, 8]])).toEqual([[5, 6, 11], [7, 8, 15], [12, 14, 26]]); // prettier-ignore
    expect(protect([[1, 1], [1, 1]])).toBeNull(); // prettier-ignore
    expect(protect([])).toBeNull();
  });
});

test('a table of a large council is protected in a moment', () => {
  const counts = Array.from({ length: 240 }, (_, row) =>
    Array.from({ length: 7 }, (_, column) => (((row * 7 + column) * 7919) % 23) >> 2),
  );
  const began = performance.now();
  const told = protect(counts);
  expect(told).not.toBeNull();
  expect(performance.now() - began).toBeLessThan(3000);
});
