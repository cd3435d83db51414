import { findHeader, looseName, type Header } from './find-header.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';
import type { RefusedRow } from './import-report.ts';
import { holdsAnything, type TableRow } from './read-table.ts';
import { neededSchoolColumns, schoolColumns, type SchoolField } from './school-layout.ts';
import { isCentre, readSchool, type Establishment } from './school-row.ts';

/** What a file holds of one authority, or of all, before anything is written. */
export type SchoolFile = {
  readonly establishments: readonly Establishment[];
  readonly refusedRows: readonly RefusedRow[];
  readonly authorities: ReadonlySet<string>;
  /** URNs that are in the file, but could not be read: they have not left. */
  readonly unreadable: ReadonlySet<string>;
  readonly speaksOfSchools: boolean;
  readonly speaksOfCentres: boolean;
  readonly leftOut: Readonly<Record<string, number>>;
};

type Columns = Header<SchoolField>;

/**
 * Collects the rows of a file, slice by slice, so that memory holds what is taken and no more. A
 * first slice without the columns that are needed is refused.
 */
export function schoolFileReader(authority: string | undefined) {
  const pile = newPile();
  let columns: Columns | null = null;
  const add = (rows: readonly TableRow[]): ImportOutcome<null> => {
    let body = rows.filter(holdsAnything);
    if (columns === null) {
      const cells = body.map((row) => row.cells);
      const found = findHeader(cells, schoolColumns, 'name', neededSchoolColumns);
      if (!found.ok) return found;
      columns = found.value;
      body = body.slice(columns.row + 1);
    }
    for (const row of body) addRow(pile, row, columns, authority);
    return taken(null);
  };
  const whole = (): ImportOutcome<SchoolFile> => {
    if (pile.present.size === 0) return refuse({ code: 'no-rows' });
    if (pile.authorities.size > 0) return taken(pile);
    const present = [...pile.present].sort();
    return refuse({ code: 'authority-not-in-file', authority: authority ?? '', present });
  };
  return { add, whole };
}

type Pile = ReturnType<typeof newPile>;

const newPile = () => ({
  establishments: new Array<Establishment>(),
  refusedRows: new Array<RefusedRow>(),
  authorities: new Set<string>(),
  unreadable: new Set<string>(),
  speaksOfSchools: false,
  speaksOfCentres: false,
  leftOut: { 'closed or not open yet': 0, 'not for children': 0 },
  /** Authorities of the whole file. */
  present: new Set<string>(),
  urns: new Set<string>(),
});

function addRow(
  pile: Pile,
  { line, cells }: TableRow,
  columns: Columns,
  authority: string | undefined,
): void {
  const cell = (field: SchoolField) => columns.cell(cells, field);
  pile.present.add(cell('authority'));
  if (authority !== undefined && looseName(cell('authority')) !== looseName(authority)) return;
  pile.authorities.add(cell('authority'));
  if (isCentre(cell)) pile.speaksOfCentres = true;
  else pile.speaksOfSchools = true;
  const read = pile.urns.has(cell('urn'))
    ? ({ kind: 'refused', reason: 'this URN is in the file more than once' } as const)
    : readSchool(cell);
  if (read.kind === 'open') pile.establishments.push(read.establishment);
  if (read.kind === 'shut') pile.leftOut['closed or not open yet'] += 1;
  if (read.kind === 'not-for-children') pile.leftOut['not for children'] += 1;
  if (read.kind === 'refused') {
    pile.unreadable.add(cell('urn'));
    pile.refusedRows.push({ line, subject: cell('urn'), reason: read.reason });
  }
  pile.urns.add(cell('urn'));
}
