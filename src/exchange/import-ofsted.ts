import type { Tx } from '#db/open-database.ts';
import { inTransaction } from '#platform/transaction.ts';
import { findHeader, looseName } from './find-header.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';
import { fileFacts, finishImport, type ImportCtx, type Progress } from './import-report-store.ts';
import type { ImportReport, RefusedRow } from './import-report.ts';
import { ofstedColumns, type OfstedField } from './ofsted-layout.ts';
import { readRow, type Registration } from './ofsted-row.ts';
import {
  loadKnown,
  markLeft,
  markSampleLeft,
  moveAsAt,
  saveRegistration,
  type Source,
} from './ofsted-store.ts';
import { placeProviders } from './place-store.ts';
import { readTable, type TableRow } from './read-table.ts';

export type OfstedOptions = {
  /** The local authority whose rows are taken, as Ofsted writes it. */
  readonly authority: string;
  /** ISO day; else the date in the file's name; else today. */
  readonly asAt?: string;
  /** For the invented sample area only. */
  readonly isSample?: boolean;
  readonly onProgress?: Progress;
};

/** What a file holds of one authority, before anything is written. */
type Reading = {
  readonly authority: string;
  readonly registrations: readonly Registration[];
  readonly refusedRows: readonly RefusedRow[];
  /** Ids that are in the file, readable or not. */
  readonly present: ReadonlySet<string>;
};

/**
 * Brings the directory to what Ofsted's file says of one authority, in one transaction. The same
 * file again changes nothing; a provider that is gone is marked left; facts that the council or the
 * provider answers for are not touched. A file that cannot be taken is refused and nothing written.
 */
export function importOfsted(
  ctx: ImportCtx,
  file: string,
  options: OfstedOptions,
): ImportOutcome<ImportReport> {
  const table = readTable(file);
  if (!table.ok) return table;
  const reading = readOfsted(table.value, options);
  if (!reading.ok) return reading;
  const facts = fileFacts(ctx, file, options.asAt);
  return taken(inTransaction(ctx.db, (tx) => write(tx, ctx, reading.value, facts, options)));
}

function readOfsted(rows: readonly TableRow[], options: OfstedOptions): ImportOutcome<Reading> {
  const found = findHeader(
    rows.map(({ cells }) => cells),
    ofstedColumns,
    'urn',
  );
  if (!found.ok) return found;
  const { row, cell } = found.value;
  const body = rows.slice(row + 1);
  if (body.length === 0) return refuse({ code: 'no-rows' });
  const authorityOf = ({ cells }: TableRow) => cell(cells, 'authority');
  const mine = body.filter((one) => looseName(authorityOf(one)) === looseName(options.authority));
  const [first] = mine;
  if (!first) {
    const present = [...new Set(body.map(authorityOf))].sort();
    return refuse({ code: 'authority-not-in-file', authority: options.authority, present });
  }
  return taken({
    authority: authorityOf(first),
    ...readRows(mine, cell, options.isSample ?? false),
  });
}

function readRows(
  rows: readonly TableRow[],
  cell: (cells: readonly string[], field: OfstedField) => string,
  isSample: boolean,
) {
  const registrations: Registration[] = [];
  const refusedRows: RefusedRow[] = [];
  const present = new Set<string>();
  for (const { line, cells } of rows) {
    const read = readRow((field) => cell(cells, field), isSample);
    const refused = (reason: string) =>
      refusedRows.push({ line, subject: cell(cells, 'urn'), reason });
    if (!read.ok) {
      if (read.keep && read.id !== null) present.add(read.id);
      refused(read.reason);
    } else if (present.has(read.registration.id)) {
      refused('this URN is in the file more than once');
    } else {
      present.add(read.registration.id);
      registrations.push(read.registration);
    }
  }
  return { registrations, refusedRows, present };
}

function write(
  tx: Tx,
  ctx: ImportCtx,
  { authority, registrations, refusedRows, present }: Reading,
  facts: { readonly fileName: string; readonly asAt: string },
  { isSample = false, onProgress }: OfstedOptions,
): ImportReport {
  const from: Source = { source: isSample ? 'sample' : 'ofsted', asAt: facts.asAt, isSample };
  const known = loadKnown(tx);
  const counts = { added: 0, changed: 0, unchanged: 0 };
  registrations.forEach((registration, index) => {
    counts[saveRegistration(tx, known, registration, from)] += 1;
    if (index % 1000 === 999)
      onProgress?.({ rows: index + 1, share: (index + 1) / registrations.length });
  });
  const left =
    markLeft(tx, present, from, authority) + (isSample ? 0 : markSampleLeft(tx, facts.asAt));
  const moved = moveAsAt(tx, from, authority) + placeProviders(tx);
  const report: ImportReport = {
    kind: 'ofsted',
    ...facts,
    authority,
    ...counts,
    left,
    refusedRows,
  };
  finishImport(tx, ctx, report, counts.added + counts.changed + left + moved > 0);
  return report;
}
