import { refuse, taken, type ImportOutcome } from './import-refusal.ts';

/** Titles and notes may stand above the header, but not more than this many lines of them. */
const linesSearched = 30;

/** A header name without what publishers vary: case, spaces, underscores, punctuation. */
export const looseName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

export type Header<Field extends string> = {
  /** Position of the header among the rows, from 0. */
  readonly row: number;
  readonly cell: (cells: readonly string[], field: Field) => string;
};

/**
 * Finds the header by its content: the first row that has the `key` column. Columns are matched
 * loosely and in any order; every one in `columns` (field → published name) must be there.
 */
export function findHeader<Field extends string>(
  rows: readonly (readonly string[])[],
  columns: Readonly<Record<Field, string>>,
  key: NoInfer<Field>,
): ImportOutcome<Header<Field>> {
  const wanted = looseName(columns[key]);
  const row = rows
    .slice(0, linesSearched)
    .findIndex((cells) => cells.some((cell) => looseName(cell) === wanted));
  const header = rows[row]?.map(looseName);
  if (!header) return refuse({ code: 'unknown-layout', lookedFor: columns[key] });
  const missing = Object.values<string>(columns).filter(
    (name) => !header.includes(looseName(name)),
  );
  if (missing.length > 0) return refuse({ code: 'missing-columns', columns: missing });
  const position = new Map(header.map((name, index) => [name, index]));
  const at = (field: Field) => position.get(looseName(columns[field])) ?? -1;
  const cell = (cells: readonly string[], field: Field) => tidy(cells[at(field)] ?? '');
  return taken({ row, cell });
}

/** Without padding (no-break spaces too) and with single spaces. */
const tidy = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();
