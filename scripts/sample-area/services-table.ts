import { parse } from 'csv-parse/sync';
import { readFileSync, writeFileSync } from 'node:fs';
import type { ServiceColumn } from '#exchange/service-columns.ts';

/** A row of the services template; a column that is missing is blank. */
export type ServiceRow = Readonly<Partial<Record<ServiceColumn, string>>>;

/** The rows of a CSV file by the names of its columns. */
export const readRows = (file: string): readonly Readonly<Record<string, string>>[] =>
  parse<Record<string, string>>(readFileSync(file), { columns: true, bom: true, trim: true });

export function writeTable(
  file: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): void {
  const line = (cells: readonly string[]) => cells.map(quoted).join(',');
  const body = rows.map((row) => line(columns.map((column) => row[column] ?? '')));
  writeFileSync(file, `${[line(columns), ...body].join('\n')}\n`);
}

const quoted = (cell: string): string =>
  /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
