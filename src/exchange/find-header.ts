import { refuse, taken, type ImportOutcome } from './import-refusal.ts';

/** Titles and notes may stand above the header, but not more than this many lines of them. */
export const linesSearched = 30;

/** A header name without what publishers vary: case, spaces, underscores, punctuation. */
export const looseName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The names a column has been published under, the usual one first. */
export type ColumnNames = string | readonly string[];

export type Header<Field extends string> = {
  /** Position of the header among the rows, from 0. */
  readonly row: number;
  /** Without padding; empty for a column that the file lacks. */
  readonly cell: (cells: readonly string[], field: Field) => string;
  readonly has: (field: Field) => boolean;
};

/**
 * Finds the header by its content: the first row that has the `key` column. Columns are matched
 * loosely and in any order; the `needed` ones, all unless said, must be there.
 */
export function findHeader<Field extends string>(
  rows: readonly (readonly string[])[],
  columns: Readonly<Record<Field, ColumnNames>>,
  key: NoInfer<Field>,
  needed: readonly NoInfer<Field>[] = fieldsOf(columns),
): ImportOutcome<Header<Field>> {
  const row = findHeaderRow(rows, columns[key]);
  const header = rows[row]?.map(looseName);
  if (!header) return refuse({ code: 'unknown-layout', lookedFor: usualName(columns[key]) });
  const position = new Map(
    fieldsOf(columns).map((field) => [field, positionIn(header, columns[field])] as const),
  );
  const at = (field: Field) => position.get(field) ?? -1;
  const missing = needed.filter((field) => at(field) < 0);
  if (missing.length > 0) {
    return refuse({
      code: 'missing-columns',
      columns: missing.map((field) => usualName(columns[field])),
    });
  }
  return taken({
    row,
    cell: (cells, field) => tidy(cells[at(field)] ?? ''),
    has: (field) => at(field) >= 0,
  });
}

/** Position of the first row near the top that has the column; -1 when none has. */
export const findHeaderRow = (rows: readonly (readonly string[])[], names: ColumnNames): number =>
  rows.slice(0, linesSearched).findIndex((cells) => positionIn(cells.map(looseName), names) >= 0);

function positionIn(header: readonly string[], names: ColumnNames): number {
  const found = [names].flat().map((name) => header.indexOf(looseName(name)));
  return found.find((index) => index >= 0) ?? -1;
}

const usualName = (names: ColumnNames): string => [names].flat()[0] ?? '';

const fieldsOf = <Field extends string>(
  columns: Readonly<Record<Field, ColumnNames>>,
): readonly Field[] => {
  const isField = (name: string): name is Field => Object.hasOwn(columns, name);
  return Object.keys(columns).filter(isField);
};

/** Without padding (no-break spaces too) and with single spaces. */
export function tidy(text: string): string {
  const trimmed = text.trim();
  return /\s\s|[^\S ]/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}
