import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { statSync } from 'node:fs';
import { chunksOf, type Encoding } from './file-encoding.ts';
import type { TableRow } from './read-table.ts';

/** Longer than any row: a text this long without a row's end has a cell that is never closed. */
const longestRow = 1 << 24;

export type Slice = { readonly rows: readonly TableRow[]; readonly share: number };

/**
 * The rows of a CSV file of any size, a slice of whole rows at a time, so that memory stays flat;
 * `share` is how far it has come, from 0 to 1. Throws `TypeError` when the text is not in its
 * encoding, `CsvError` when a cell is not closed.
 */
export function* readSlices(file: string, encoding: Encoding = 'utf-8'): Generator<Slice> {
  const size = Math.max(statSync(file).size, 1);
  let line = 0;
  for (const { text, bytes } of wholeRows(file, encoding)) {
    yield { rows: rowsOf(text, line), share: bytes / size };
    line += text.split('\n').length - 1;
  }
}

function rowsOf(text: string, start: number): readonly TableRow[] {
  const rows: TableRow[] = [];
  const keep = (cells: readonly string[], { lines }: { readonly lines: number }) => {
    rows.push({ line: start + lines, cells });
    return null;
  };
  try {
    parse(text, { relax_column_count: true, on_record: keep });
  } catch (error) {
    throw withLineOfFile(error, start);
  }
  return rows;
}

/** The parser counts lines from the start of its slice. */
function withLineOfFile(error: unknown, start: number): unknown {
  if (error instanceof CsvError)
    error.message = error.message.replace(/at line (\d+)/, (_, line: string) => {
      return `at line ${start + Number(line)}`;
    });
  return error;
}

/** The text in pieces that end where a row ends: after a line break that is not inside a cell. */
function* wholeRows(
  file: string,
  encoding: Encoding,
): Generator<{ readonly text: string; readonly bytes: number }> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let rest = '';
  let bytes = 0;
  for (const chunk of chunksOf(file)) {
    bytes += chunk.length;
    rest += decoder.decode(chunk, { stream: true });
    const end = rest.length > longestRow ? rest.length : endOfRows(rest);
    if (end > 0) yield { text: rest.slice(0, end), bytes };
    rest = rest.slice(end);
  }
  rest += decoder.decode();
  if (rest.trim() !== '') yield { text: rest, bytes };
}

/** Just after the last line break with an even number of quotes before it; 0 when there is none. */
function endOfRows(text: string): number {
  let end = 0;
  let from = 0;
  let isInside = false;
  for (let quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', from)) {
    if (!isInside) end = Math.max(end, lineEndBefore(text, quote, from));
    isInside = !isInside;
    from = quote + 1;
  }
  return isInside ? end : Math.max(end, lineEndBefore(text, text.length, from));
}

/** Just after the last line break in `text` between `from` and `to`, or 0. */
function lineEndBefore(text: string, to: number, from: number): number {
  const at = text.slice(from, to).lastIndexOf('\n');
  return at < 0 ? 0 : from + at + 1;
}
