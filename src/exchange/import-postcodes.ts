import { CsvError } from 'csv-parse';
import { existsSync } from 'node:fs';
import type { Tx } from '#db/open-database.ts';
import { inTransaction } from '#platform/transaction.ts';
import { findHeader, type Header } from './find-header.ts';
import { refuse, taken, type ImportOutcome, type ImportRefusal } from './import-refusal.ts';
import { fileFacts, finishImport, type ImportCtx, type Progress } from './import-report-store.ts';
import type { ImportReport, RefusedRow } from './import-report.ts';
import { placeProviders } from './place-store.ts';
import { postcodeSaver } from './postcode-import-store.ts';
import {
  postcodeColumns,
  readPostcodeRow,
  type PostcodeField,
  type PostcodeRow,
} from './postcode-layout.ts';
import { readSlices } from './read-slices.ts';
import type { TableRow } from './read-table.ts';

export type PostcodeOptions = { readonly asAt?: string; readonly onProgress?: Progress };

type Counts = { added: number; changed: number; unchanged: number };

/**
 * Adds a file's postcodes to the table and puts the providers where they now are, in one
 * transaction. Postcodes that the file lacks stay. The same file again changes nothing.
 */
export function importPostcodes(
  ctx: ImportCtx,
  file: string,
  options: PostcodeOptions = {},
): ImportOutcome<ImportReport> {
  if (!existsSync(file)) return refuse({ code: 'file-not-found', file });
  try {
    const header = headerOf(file);
    if (!header.ok) return header;
    return taken(inTransaction(ctx.db, (tx) => write(tx, ctx, file, header.value, options)));
  } catch (error) {
    return refuse(unreadable(error));
  }
}

/** What was found while reading, after which the transaction has kept nothing; else a bug. */
function unreadable(error: unknown): ImportRefusal {
  if (error instanceof CsvError) return { code: 'broken-csv', detail: error.message };
  const notUtf8 =
    error instanceof TypeError &&
    'code' in error &&
    error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
  if (notUtf8) return { code: 'wrong-encoding', found: 'it is not UTF-8' };
  throw error;
}

function headerOf(file: string): ImportOutcome<Header<PostcodeField>> {
  for (const { rows } of readSlices(file)) {
    return findHeader(
      rows.map(({ cells }) => cells),
      postcodeColumns,
      'postcode',
    );
  }
  return refuse({ code: 'no-rows' });
}

function write(
  tx: Tx,
  ctx: ImportCtx,
  file: string,
  header: Header<PostcodeField>,
  options: PostcodeOptions,
): ImportReport {
  const counts: Counts = { added: 0, changed: 0, unchanged: 0 };
  const refusedRows: RefusedRow[] = [];
  const save = postcodeSaver(tx);
  for (const { rows, share } of readSlices(file)) {
    const body = rows.filter(({ line }) => line > header.row + 1);
    const saved = save(readRows(body, header, refusedRows));
    counts.added += saved.added;
    counts.changed += saved.changed;
    counts.unchanged += saved.unchanged;
    options.onProgress?.({ rows: rows.at(-1)?.line ?? 0, share });
  }
  const moved = placeProviders(tx);
  const report: ImportReport = {
    kind: 'postcodes',
    ...fileFacts(ctx, file, options.asAt),
    authority: null,
    ...counts,
    left: 0,
    refusedRows,
  };
  finishImport(tx, ctx, report, counts.added + counts.changed + moved > 0);
  return report;
}

/** The readable rows, the last of each postcode; the others are added to `refusedRows`. */
function readRows(
  rows: readonly TableRow[],
  { cell }: Header<PostcodeField>,
  refusedRows: RefusedRow[],
): readonly PostcodeRow[] {
  const read = new Map<string, PostcodeRow>();
  for (const { line, cells } of rows) {
    if (cells.every((text) => text.trim() === '')) continue;
    const row = readPostcodeRow((field) => cell(cells, field));
    if (row) read.set(row.key, row);
    else
      refusedRows.push({
        line,
        subject: cell(cells, 'postcode'),
        reason: 'its postcode or position cannot be read',
      });
  }
  return [...read.values()];
}
