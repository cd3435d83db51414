import { parse } from 'csv-parse/sync';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { TableRow } from './read-table.ts';

const sliceBytes = 1 << 18;

export type Slice = { readonly rows: readonly TableRow[]; readonly share: number };

/**
 * The rows of a UTF-8 CSV file of any size, a slice of whole lines at a time, so that memory stays
 * flat. A line must not break inside a cell. Throws `TypeError` when the text is not UTF-8.
 */
export function* readSlices(file: string): Generator<Slice> {
  const size = Math.max(statSync(file).size, 1);
  let line = 0;
  for (const { text, bytes } of wholeLines(file)) {
    const cells = parse(text, { relax_column_count: true });
    const start = line;
    yield {
      rows: cells.map((row, index) => ({ line: start + index + 1, cells: row })),
      share: bytes / size,
    };
    line += cells.length;
  }
}

function* wholeLines(file: string): Generator<{ text: string; bytes: number }> {
  const descriptor = openSync(file, 'r');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const buffer = Buffer.alloc(sliceBytes);
  let rest = '';
  let bytes = 0;
  try {
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer)) {
      bytes += read;
      rest += decoder.decode(buffer.subarray(0, read), { stream: true });
      const end = rest.lastIndexOf('\n') + 1;
      if (end > 0) yield { text: rest.slice(0, end), bytes };
      rest = rest.slice(end);
    }
    rest += decoder.decode();
    if (rest.trim() !== '') yield { text: rest, bytes };
  } finally {
    closeSync(descriptor);
  }
}
