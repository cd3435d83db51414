import type { Tx } from '#db/open-database.ts';
import { inTransaction } from '#platform/transaction.ts';
import { taken, type ImportOutcome } from './import-refusal.ts';
import { fileFacts, finishImport, type ImportCtx } from './import-report-store.ts';
import type { ImportReport } from './import-report.ts';
import { readTable } from './read-table.ts';
import { readServiceFile, type Row } from './service-file.ts';
import { savePublications } from './service-publication-store.ts';
import { readServices } from './service-rows.ts';
import { serviceWorld } from './service-world-store.ts';
import { rowWriter } from './row-writer-store.ts';
import { writeRecords } from './write-records.ts';

export type ServiceOptions = {
  /** The local authority of rows that say none and whose postcode is not known. */
  readonly authority?: string;
  /** ISO day; else the date in the file's name; else today. */
  readonly asAt?: string;
  /** For the sample area only. */
  readonly isSample?: boolean;
};

/**
 * Brings the services and publications of the sources that a file names to what it says, in one
 * transaction. The same file again changes nothing; what it has no more is marked left (a publication
 * is deleted); facts that the council or the provider answers for are not touched. A file with other
 * columns than `content/reference/services-template.csv` is refused and nothing written; a row with a
 * mistake is refused, and the others are taken.
 */
export function importServices(
  ctx: ImportCtx,
  file: string,
  options: ServiceOptions = {},
): ImportOutcome<ImportReport> {
  const table = readTable(file);
  if (!table.ok) return table;
  const rows = readServiceFile(table.value);
  if (!rows.ok) return rows;
  const facts = fileFacts(ctx, file, options.asAt);
  return taken(inTransaction(ctx.db, (tx) => write(tx, ctx, rows.value, facts, options)));
}

function write(
  tx: Tx,
  ctx: ImportCtx,
  rows: readonly Row[],
  facts: { readonly fileName: string; readonly asAt: string },
  { authority, isSample = false }: ServiceOptions,
): ImportReport {
  const { asAt } = facts;
  const world = { ...serviceWorld(tx), asAt, isSample, authority: authority ?? null };
  const { records, publications, sources, unreadable, refusedRows } = readServices(rows, world);
  const { wrote, ...counts } = writeRecords(tx, rowWriter(ctx.db), records, {
    ...{ asAt, isSample },
    // What staff entered has no digest, and registered childcare comes from other files.
    covers: ({ source, sourceDigest, urn }) =>
      sourceDigest !== null && urn === null && sources.has(source),
    unreadable: ({ serviceId }) => unreadable.has(serviceId),
  });
  // Made-up publications go once real ones come, as made-up places do.
  const spokenFor = isSample ? sources : new Set([...sources, 'sample']);
  const written = savePublications(tx, publications, spokenFor, unreadable);
  const report: ImportReport = {
    ...{ kind: 'services', ...facts, authority: authority ?? null, refusedRows },
    added: counts.added + written.added,
    changed: counts.changed + written.changed,
    unchanged: counts.unchanged + written.unchanged,
    left: counts.left + written.left,
  };
  finishImport(tx, ctx, report, wrote || written.added + written.changed + written.left > 0);
  return report;
}
