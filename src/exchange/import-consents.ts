import type { Tx } from '#db/open-database.ts';
import { inTransaction } from '#platform/transaction.ts';
import { authorityKey } from './authority-names.ts';
import { findConsentHeader, readConsent, type ConsentHeader } from './consents-layout.ts';
import {
  consentSaver,
  newestConsents,
  withdrawConsents,
  type ConsentSaved,
} from './consents-store.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';
import { fileFacts, finishImport, type ImportCtx } from './import-report-store.ts';
import type { ImportReport, RefusedRow } from './import-report.ts';
import { providerIdOf } from './ofsted-row.ts';
import { placeProviders } from './place-store.ts';
import { readTable, type TableRow } from './read-table.ts';

export type ConsentsOptions = {
  /** Only rows of this authority are taken; consents are taken back wherever they were given. */
  readonly authority?: string;
  /** ISO day; else the date in the file's name or its title; else today. */
  readonly asAt?: string;
};

type Input = {
  readonly header: ConsentHeader;
  readonly rows: readonly TableRow[];
  readonly facts: Pick<ImportReport, 'fileName' | 'asAt'>;
  readonly authority: string | null;
};

/**
 * Takes the addresses that childminders and other homes agreed to have published (CSV), in one
 * transaction. Who is no longer in the file has withdrawn: name, address and point go at once. A file
 * older than the one before is refused, because it could bring back what was withdrawn since.
 */
export function importConsents(
  ctx: ImportCtx,
  file: string,
  { authority, asAt }: ConsentsOptions = {},
): ImportOutcome<ImportReport> {
  const table = readTable(file);
  if (!table.ok) return table;
  const cells = table.value.map((row) => row.cells);
  const found = findConsentHeader(cells);
  if (!found.ok) return found;
  const { row } = found.value;
  const rows = table.value.slice(row + 1);
  if (rows.length === 0) return refuse({ code: 'no-rows' });
  if (authority !== undefined && !found.value.has('authority'))
    return refuse({ code: 'missing-columns', columns: ['Local authority'] });
  const facts = fileFacts(ctx, file, asAt, cells.slice(0, row).flat().join(' '));
  const input = { header: found.value, rows, facts, authority: authority ?? null };
  return inTransaction(ctx.db, (tx) => write(tx, ctx, input));
}

function write(tx: Tx, ctx: ImportCtx, input: Input): ImportOutcome<ImportReport> {
  const { facts, header, rows, authority } = input;
  const { asAt } = facts;
  const newest = newestConsents(tx);
  if (newest !== null && newest > asAt)
    return refuse({ code: 'older-than-known', asAt, known: `that of ${newest}` });
  const { counts, refusedRows } = takeRows(tx, input);
  const { cell } = header;
  const listed = new Set(rows.map(({ cells }) => providerIdOf(cell(cells, 'urn'))));
  const left = withdrawConsents(tx, asAt, (id) => listed.has(id));
  const moved = placeProviders(tx);
  const report: ImportReport = {
    ...{ kind: 'consents', ...facts, authority, ...counts, left, refusedRows },
  };
  finishImport(tx, ctx, report, counts.added + counts.changed + left + moved > 0);
  return taken(report);
}

function takeRows(tx: Tx, { header, rows, facts, authority }: Input) {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const refusedRows: RefusedRow[] = [];
  const save = consentSaver(tx, facts.asAt);
  const seen = new Set<string>();
  for (const { line, cells } of rows) {
    const isMine =
      authority === null ||
      authorityKey(header.cell(cells, 'authority')) === authorityKey(authority);
    if (!isMine) continue;
    const read = readConsent(header, cells);
    const isAgain = read.ok && seen.has(read.consent.id);
    if (read.ok) seen.add(read.consent.id);
    const saved = isAgain ? again : read.ok ? save(read.consent) : { refused: read.reason };
    if (typeof saved === 'string') counts[saved] += 1;
    else refusedRows.push({ line, subject: header.cell(cells, 'urn'), reason: saved.refused });
  }
  return { counts, refusedRows };
}

const again: ConsentSaved = { refused: 'this URN is in the file more than once' };
