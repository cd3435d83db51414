import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { decodeText } from './decode-text.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';

/** A row of cells and the line of the file it ends on. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

/** All rows of a CSV file that hold anything; a missing, undecodable or broken file is refused. */
export function readTable(file: string): ImportOutcome<readonly TableRow[]> {
  if (!existsSync(file)) return refuse({ code: 'file-not-found', file });
  const text = decodeText(readFileSync(file));
  return text.ok ? parseTable(text.value) : text;
}

function parseTable(text: string): ImportOutcome<readonly TableRow[]> {
  const rows: TableRow[] = [];
  const keep = (cells: readonly string[], { lines }: { readonly lines: number }) => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: lines, cells });
    return null;
  };
  try {
    parse(text, { relax_column_count: true, on_record: keep });
  } catch (error) {
    if (error instanceof CsvError) return refuse({ code: 'broken-csv', detail: error.message });
    throw error;
  }
  return taken(rows);
}
