import type { Tx } from '#db/open-database.ts';
import { taken, type ImportOutcome } from './import-refusal.ts';
import { fileFacts, type ImportCtx } from './import-report-store.ts';
import type { ImportReport, RefusedRow } from './import-report.ts';
import { openCoverage } from './ofsted-coverage.ts';
import { findOfstedHeader, lackingIn } from './ofsted-layout.ts';
import { ofstedRowReader, type ReadRow } from './ofsted-row.ts';
import { postcodeAreas } from './postcode-area-store.ts';
import { holdsAnything, type TableRow } from './read-table.ts';
import { openIntake, type Intake } from './registration-intake.ts';

export type ReadingOptions = {
  readonly authority?: string;
  readonly asAt?: string;
  readonly isSample?: boolean;
};

export type OfstedReading = {
  readonly headerRow: number;
  readonly takeRow: (row: TableRow) => void;
  readonly close: () => ImportOutcome<ImportReport>;
};

/** Begins to take a file, given the rows at its top, among which its header is found. */
export function openOfstedReading(
  tx: Tx,
  ctx: ImportCtx,
  file: string,
  top: readonly TableRow[],
  { authority, asAt, isSample = false }: ReadingOptions,
): ImportOutcome<OfstedReading> {
  const rows = top.map(({ cells }) => cells);
  const found = findOfstedHeader(rows);
  if (!found.ok) return found;
  const { cell, row: headerRow } = found.value;
  const facts = fileFacts(ctx, file, asAt, rows.slice(0, headerRow).flat().join(' '));
  const intake = openIntake(tx, ctx, { by: 'ofsted', asAt: facts.asAt, isSample });
  const coverage = openCoverage(authority ?? null);
  const read = ofstedRowReader(found.value, { isSample, areaOf: postcodeAreas(tx) });
  const takeRow = (row: TableRow): void => {
    const { line, cells } = row;
    if (!holdsAnything(row)) return;
    const about = { authority: cell(cells, 'authority'), type: cell(cells, 'type') };
    if (coverage.see(about)) take(intake, read(cells), { line, subject: cell(cells, 'urn') });
  };
  const close = (): ImportOutcome<ImportReport> => {
    const name = coverage.authority();
    if (!name.ok) return name;
    const about = { kind: 'ofsted', ...facts, authority: name.value } as const;
    return intake.close({ ...about, lacks: lackingIn(found.value) }, coverage.has);
  };
  return taken({ headerRow, takeRow, close });
}

function take(intake: Intake, read: ReadRow, at: Omit<RefusedRow, 'reason'>): void {
  if (!read.ok) {
    if (read.keep && read.id !== null) intake.keep(read.id);
    intake.refuse({ ...at, reason: read.reason });
  } else if ('agency' in read) intake.takeOrganisation(read.agency);
  else if (intake.has(read.said.id))
    intake.refuse({ ...at, reason: 'this URN is in the file more than once' });
  else intake.take(read.said);
}
