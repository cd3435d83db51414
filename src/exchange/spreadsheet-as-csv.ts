import { HucreError, type CellValue } from 'hucre';
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chunksOf, isArchive } from './file-encoding.ts';
import { findHeaderRow, linesSearched, type ColumnNames } from './find-header.ts';
import { odsRows, type SheetRow } from './ods-rows.ts';
import { ArchiveProblem } from './zip-entry.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';

/** A CSV file by the name of the one it stands for; `dispose` when it has been read. */
export type CsvFile = { readonly file: string; readonly dispose: () => void };

/**
 * A file that can be read as CSV: the file itself, or, for a spreadsheet (XLSX, ODS), a copy of the
 * first sheet that has one of the `keyColumns` near its top. Rows keep their numbers.
 */
export async function asCsvFile(
  file: string,
  keyColumns: ColumnNames,
): Promise<ImportOutcome<CsvFile>> {
  if (!existsSync(file)) return refuse({ code: 'file-not-found', file });
  if (!isArchive(file)) return taken({ file, dispose: () => undefined });
  const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
  const dispose = () => rmSync(folder, { recursive: true, force: true });
  const copy = join(folder, basename(file));
  const outcome = await orBrokenSheet(() => writeSheet(file, keyColumns, copy));
  if (!outcome.ok) dispose();
  return outcome.ok ? taken({ file: copy, dispose }) : outcome;
}

async function writeSheet(
  file: string,
  keyColumns: ColumnNames,
  copy: string,
): Promise<ImportOutcome<null>> {
  const output = openSync(copy, 'w', 0o600);
  try {
    const isFound = await writeFirst(sheetRows(file), keyColumns, (text) =>
      writeSync(output, text),
    );
    const [lookedFor = ''] = [keyColumns].flat();
    return isFound ? taken(null) : refuse({ code: 'unknown-layout', lookedFor });
  } finally {
    closeSync(output);
  }
}

/** Writes the first sheet that has the column, and says whether there was one. */
async function writeFirst(
  rows: AsyncIterable<SheetRow>,
  keyColumns: ColumnNames,
  write: (text: string) => void,
): Promise<boolean> {
  let sheet = -1;
  let top: SheetRow[] = [];
  let line = 0;
  let isFound = false;
  const put = ({ index, cells }: SheetRow) => {
    write('\n'.repeat(Math.max(index - line, 0)) + csvLine(cells));
    line = index + 1;
  };
  for await (const row of rows) {
    if (row.sheet !== sheet) {
      if (isFound) break;
      [sheet, top] = [row.sheet, []];
    }
    if (isFound) {
      put(row);
    } else if (top.length < linesSearched) {
      top.push(row);
      isFound = findHeaderRow([row.cells], keyColumns) >= 0;
      if (isFound) top.forEach(put);
    }
  }
  return isFound;
}

const sheetRows = (file: string): AsyncIterable<SheetRow> =>
  isOds(file) ? odsRows(file) : xlsxRows(readFileSync(file));

async function* xlsxRows(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  for (const sheet of await sheetsOf(bytes))
    for await (const { index, values } of streamXlsxRows(bytes, { sheet }))
      yield { sheet, index, cells: values.map(textOf) };
}

/** An OpenDocument archive begins with its own type, uncompressed. */
function isOds(file: string): boolean {
  for (const bytes of chunksOf(file))
    return bytes.toString('latin1', 30, 90).includes('application/vnd.oasis');
  return false;
}

/** The numbers of an XLSX file's sheets. */
async function sheetsOf(bytes: Uint8Array): Promise<readonly number[]> {
  const sheets: number[] = [];
  const note = (_: unknown, index: number) => {
    sheets.push(index);
    return false;
  };
  await readXlsx(bytes, { sheets: note });
  return sheets;
}

/** A cell as the same cell stands in CSV; a date as an ISO day, a line break as a space. */
function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).replace(/[\r\n]+/g, ' ');
}

const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;

async function orBrokenSheet<T>(read: () => Promise<ImportOutcome<T>>): Promise<ImportOutcome<T>> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof HucreError || error instanceof ArchiveProblem)
      return refuse({ code: 'broken-spreadsheet', detail: error.message });
    throw error;
  }
}
