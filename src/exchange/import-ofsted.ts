import type { Tx } from '#db/open-database.ts';
import { inTransaction } from '#platform/transaction.ts';
import { encodingOf, type Encoding } from './file-encoding.ts';
import { refuse, type ImportOutcome } from './import-refusal.ts';
import type { ImportCtx, Progress } from './import-report-store.ts';
import type { ImportReport } from './import-report.ts';
import { openOfstedReading, type OfstedReading } from './ofsted-reading.ts';
import { readSlices } from './read-slices.ts';
import { orBroken } from './read-table.ts';

export type OfstedOptions = {
  /** The local authority whose rows are taken, in any usual spelling; all of them when left out. */
  readonly authority?: string;
  /** ISO day; else the date in the file's name or its title; else today. */
  readonly asAt?: string;
  /** For the invented sample area only. */
  readonly isSample?: boolean;
  readonly onProgress?: Progress;
};

/**
 * Brings the directory to what Ofsted's management information says (CSV), in one transaction. The
 * same file again changes nothing; a provider that is gone is marked left; facts that the council or
 * the provider answers for are not touched. A file that cannot be taken is refused and nothing
 * written. Only authorities and types of provider that are in the file are asked about.
 */
export function importOfsted(
  ctx: ImportCtx,
  file: string,
  options: OfstedOptions = {},
): ImportOutcome<ImportReport> {
  const encoding = encodingOf(file);
  if (!encoding.ok) return encoding;
  const input = { file, encoding: encoding.value };
  return orBroken(() => inTransaction(ctx.db, (tx) => takeFile(tx, ctx, input, options)));
}

function takeFile(
  tx: Tx,
  ctx: ImportCtx,
  { file, encoding }: { readonly file: string; readonly encoding: Encoding },
  options: OfstedOptions,
): ImportOutcome<ImportReport> {
  let reading: OfstedReading | null = null;
  for (const { rows, share } of readSlices(file, encoding)) {
    if (reading === null) {
      const opened = openOfstedReading(tx, ctx, file, rows, options);
      if (!opened.ok) return opened;
      reading = opened.value;
      rows.slice(reading.headerRow + 1).forEach(reading.takeRow);
    } else rows.forEach(reading.takeRow);
    options.onProgress?.({ rows: rows.at(-1)?.line ?? 0, share });
  }
  return reading?.close() ?? refuse({ code: 'unknown-layout', lookedFor: 'Provider URN' });
}
