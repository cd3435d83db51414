import { CsvError } from 'csv-parse';
import { existsSync } from 'node:fs';
import type { Tx } from '#db/open-database.ts';
import { inTransaction } from '#platform/transaction.ts';
import { readAreaNames, takeAreaNames } from './import-postcode-names.ts';
import { refuse, taken, type ImportOutcome, type ImportRefusal } from './import-refusal.ts';
import { finishImport, type ImportCtx } from './import-report-store.ts';
import type { ImportReport } from './import-report.ts';
import { placeProviders } from './place-store.ts';
import { loadAreaNames, openPostcodeStage, type PostcodeStage } from './postcode-import-store.ts';
import { findPostcodeLayout, type PostcodeLayout } from './postcode-layout.ts';
import type { AreaName } from './postcode-names.ts';
import { postcodeReport, type PostcodeOptions } from './postcode-report.ts';
import { nameAreas } from './postcode-names-store.ts';
import { hasPlaces, rebuildPlaces } from './postcode-places-store.ts';
import { postcodeTally, type PostcodeTally } from './postcode-tally.ts';
import { readPostcodeSlices } from './postcode-slices.ts';

/**
 * Adds a file's postcodes to the table, makes the names of places anew and puts the providers where
 * they now are, in one transaction. Postcodes that the file lacks stay, as do facts it has no column
 * for. The same file again changes nothing. A file of the ONS's "names and codes" gives the wards and
 * authorities of the table their names instead.
 *
 * The file is read and compared before the transaction begins, so that others can write meanwhile.
 */
export function importPostcodes(
  ctx: ImportCtx,
  file: string,
  options: PostcodeOptions = {},
): ImportOutcome<ImportReport> {
  if (!existsSync(file)) return refuse({ code: 'file-not-found', file });
  try {
    const names = readAreaNames(file);
    return names === null
      ? takePostcodes(ctx, file, options)
      : taken(takeAreaNames(ctx, file, options, names));
  } catch (error) {
    return refuse(unreadable(error));
  }
}

/** What was found while reading, when nothing is written yet; else a bug. */
function unreadable(error: unknown): ImportRefusal {
  if (error instanceof CsvError) return { code: 'broken-csv', detail: error.message };
  const notUtf8 =
    error instanceof TypeError &&
    'code' in error &&
    error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
  if (notUtf8) return { code: 'wrong-encoding', found: 'it is not UTF-8' };
  throw error;
}

function takePostcodes(
  ctx: ImportCtx,
  file: string,
  options: PostcodeOptions,
): ImportOutcome<ImportReport> {
  const layout = layoutOf(file);
  if (!layout.ok) return layout;
  const stage = openPostcodeStage(ctx.db);
  try {
    const tally = postcodeTally(layout.value);
    readInto(stage, tally, ctx, file, options);
    return taken(inTransaction(ctx.db, (tx) => write(tx, ctx, file, options, stage, tally)));
  } finally {
    stage.close();
  }
}

function layoutOf(file: string): ImportOutcome<PostcodeLayout> {
  for (const { rows } of readPostcodeSlices(file))
    return findPostcodeLayout(rows.map(({ cells }) => cells));
  return refuse({ code: 'no-rows' });
}

function readInto(
  stage: PostcodeStage,
  tally: PostcodeTally,
  ctx: ImportCtx,
  file: string,
  { onProgress }: PostcodeOptions,
): void {
  const names = loadAreaNames(ctx.db);
  for (const { rows, share } of readPostcodeSlices(file)) {
    stage.addAll(tally.read(rows), names);
    onProgress?.({ rows: rows.at(-1)?.line ?? 0, share });
  }
}

function write(
  tx: Tx,
  ctx: ImportCtx,
  file: string,
  options: PostcodeOptions,
  stage: PostcodeStage,
  tally: PostcodeTally,
): ImportReport {
  const { added, changed } = stage.save();
  const wrote = added + changed > 0;
  const { rows, refusedRows, leftOut, localities, hasNames } = tally.result();
  if (wrote && hasNames) nameAreas(ctx.db, namesOf(loadAreaNames(ctx.db)));
  const places = wrote || !hasPlaces(tx) ? rebuildPlaces(tx, localities) : 0;
  const moved = wrote ? placeProviders(tx) : 0;
  const counts = { added, changed, unchanged: rows - added - changed };
  const report = { ...postcodeReport(ctx, file, options, counts), refusedRows, leftOut };
  finishImport(tx, ctx, report, wrote || places + moved > 0);
  return report;
}

const namesOf = (known: ReturnType<typeof loadAreaNames>): readonly AreaName[] =>
  [...known.ward, ...known.authority].map(([code, name]) => ({ code, name }));
