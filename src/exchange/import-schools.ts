import { basename } from 'node:path';
import type { Tx } from '#db/open-database.ts';
import { inTransaction } from '#platform/transaction.ts';
import { encodingOf, type Encoding } from './file-encoding.ts';
import { taken, type ImportOutcome } from './import-refusal.ts';
import { fileFacts, finishImport, type ImportCtx, type Progress } from './import-report-store.ts';
import type { ImportReport } from './import-report.ts';
import { isoDayOf } from './ofsted-values.ts';
import { readSlices } from './read-slices.ts';
import { orBroken } from './read-table.ts';
import { schoolFileReader, type SchoolFile } from './school-file.ts';
import { recordsOf } from './school-records.ts';
import { saveSchools } from './school-store.ts';
import { rowWriter } from './row-writer-store.ts';
import { writeRecords } from './write-records.ts';

export type SchoolOptions = {
  /** The local authority whose schools are taken, as the file writes it; left out, all. */
  readonly authority?: string;
  /** ISO day; else the date in the file's name; else today. */
  readonly asAt?: string;
  /** For the sample area only. */
  readonly isSample?: boolean;
  readonly onProgress?: Progress;
};

/**
 * Brings schools, their nurseries and children's centres to what a file of "Get Information about
 * Schools" says, in one transaction. The same file again changes nothing; one that is gone or shut is
 * marked left; facts that the council or the provider answers for are not touched. A file that cannot
 * be taken is refused and nothing written.
 */
export function importSchools(
  ctx: ImportCtx,
  file: string,
  options: SchoolOptions = {},
): ImportOutcome<ImportReport> {
  const encoding = encodingOf(file);
  if (!encoding.ok) return encoding;
  const read = orBroken(() => readSchools(file, encoding.value, options));
  if (!read.ok) return read;
  const facts = fileFacts(ctx, file, options.asAt ?? dayInName(file));
  return taken(inTransaction(ctx.db, (tx) => write(tx, ctx, read.value, facts, options)));
}

/** The register names its files after their day: `edubasealldata20231114.csv`. */
function dayInName(file: string): string | undefined {
  const [, year, month, day] = /(20\d\d)(\d\d)(\d\d)(?!\d)/.exec(basename(file)) ?? [];
  const iso = [year, month, day].join('-');
  return isoDayOf(iso) ?? undefined;
}

function readSchools(
  file: string,
  encoding: Encoding,
  { authority, onProgress }: SchoolOptions,
): ImportOutcome<SchoolFile> {
  const { add, whole } = schoolFileReader(authority);
  for (const { rows, share } of readSlices(file, encoding)) {
    const added = add(rows);
    if (!added.ok) return added;
    onProgress?.({ rows: rows.at(-1)?.line ?? 0, share });
  }
  return whole();
}

function write(
  tx: Tx,
  ctx: ImportCtx,
  file: SchoolFile,
  facts: { readonly fileName: string; readonly asAt: string },
  { authority = null, isSample = false }: { authority?: string | null; isSample?: boolean },
): ImportReport {
  const { establishments, refusedRows, authorities, unreadable, leftOut } = file;
  const from = { source: 'gias', asAt: facts.asAt, isSample };
  const { wrote, ...counts } = writeRecords(
    tx,
    rowWriter(ctx.db),
    establishments.flatMap((one) => recordsOf(one, from)),
    {
      asAt: facts.asAt,
      isSample,
      covers: ({ id, source, authority: of }) =>
        source === 'gias' && authorities.has(of) && speaksOf(file, id),
      unreadable: ({ id }) => unreadable.has(id.replace(/\D/g, '')),
    },
  );
  const schools = establishments.filter(({ kind }) => kind !== 'childrens-centre');
  const changed = file.speaksOfSchools
    ? saveSchools(tx, rowWriter(ctx.db), schools, [...authorities])
    : 0;
  const report: ImportReport = {
    ...{ kind: 'schools', ...facts, authority, ...counts, refusedRows, leftOut },
  };
  finishImport(tx, ctx, report, wrote || changed > 0);
  return report;
}

/** Schools and children's centres come in files of their own: the one does not speak of the other. */
const speaksOf = ({ speaksOfSchools, speaksOfCentres }: SchoolFile, id: string): boolean =>
  (id.startsWith('school-') && speaksOfSchools) || (id.startsWith('centre-') && speaksOfCentres);
