import { findHeaderRow, looseName, tidy } from './find-header.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';
import type { TableRow } from './read-table.ts';
import { slugOf } from './service-cells.ts';
import {
  neededServiceColumns,
  ofLocation,
  ofService,
  serviceColumns,
  type ServiceCells,
  type ServiceColumn,
} from './service-columns.ts';

/** A row with what other rows say of its service and its place already in it. */
export type Row = {
  readonly line: number;
  readonly cell: ServiceCells;
  /** What contradicts another row. */
  readonly conflicts: readonly string[];
};

/** The rows of a file in the layout of the template; one with other columns is refused. */
export function readServiceFile(table: readonly TableRow[]): ImportOutcome<readonly Row[]> {
  const at = findHeaderRow(
    table.map(({ cells }) => cells),
    'service_id',
  );
  const header = table[at]?.cells.map(looseName);
  if (!header) return refuse({ code: 'unknown-layout', lookedFor: 'service_id' });
  const position = new Map(serviceColumns.map((name) => [name, header.indexOf(looseName(name))]));
  const missing = neededServiceColumns.filter((name) => position.get(name) === -1);
  if (missing.length > 0) return refuse({ code: 'missing-columns', columns: missing });
  const columns = table[at]?.cells.filter((_, column) => !isKnown(header[column] ?? '')) ?? [];
  if (columns.length > 0)
    return refuse({ code: 'unknown-columns', columns, known: serviceColumns });
  const body = table.slice(at + 1).map(({ line, cells }) => ({
    line,
    cell: (column: ServiceColumn) => tidy(cells[position.get(column) ?? -1] ?? ''),
  }));
  if (body.length === 0) return refuse({ code: 'no-rows' });
  const services = withShared(body.map(alone), 'service_id', ofService);
  return taken(withShared(services, 'location_id', ofLocation));
}

const knownNames = new Set(['', ...serviceColumns.map(looseName)]);
const isKnown = (name: string): boolean => knownNames.has(name);

const alone = (row: Omit<Row, 'conflicts'>): Row => ({ ...row, conflicts: [] });

type Said = { readonly text: string; readonly line: number };

/**
 * Fills the blanks of rows that name the same thing with what the first of them says, so that it
 * need be written once; what differs is a conflict.
 */
function withShared(
  rows: readonly Row[],
  key: 'service_id' | 'location_id',
  columns: readonly ServiceColumn[],
): readonly Row[] {
  const shared = new Map<string, Said>();
  const nameOf = ({ cell }: Row, column: ServiceColumn) => `${slugOf(cell(key))} ${column}`;
  const named = rows.filter(({ cell }) => cell(key) !== '');
  for (const row of named)
    for (const column of columns) {
      const said = { text: row.cell(column), line: row.line };
      const name = nameOf(row, column);
      if (said.text !== '' && !shared.has(name)) shared.set(name, said);
    }
  const own = columns.filter((column) => column !== key);
  return rows.map((row) => {
    if (row.cell(key) === '') return row;
    const first = (column: ServiceColumn) => shared.get(nameOf(row, column));
    return {
      line: row.line,
      cell: (column) => {
        const text = row.cell(column);
        return text === '' && own.includes(column) ? (first(column)?.text ?? '') : text;
      },
      conflicts: [...row.conflicts, ...conflictsOf(row, own, first, key)],
    };
  });
}

const conflictsOf = (
  { cell }: Row,
  columns: readonly ServiceColumn[],
  first: (column: ServiceColumn) => Said | undefined,
  key: string,
): readonly string[] =>
  columns.flatMap((column) => {
    const said = first(column);
    return said === undefined || cell(column) === '' || cell(column) === said.text
      ? []
      : [`${column}: is not what line ${said.line} says of the same ${key}`];
  });
