import { CsvError } from 'csv-parse';
import { encodingOf } from './file-encoding.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';
import { readSlices } from './read-slices.ts';

/** A row of cells and the line of the file it ends on. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

/** Whether anything stands in a row: files end in rows of commas alone. */
export const holdsAnything = ({ cells }: TableRow): boolean =>
  cells.some((cell) => cell.trim() !== '');

/**
 * All rows of a CSV file that hold anything, for files small enough to be read at once; a missing,
 * undecodable or broken file is refused.
 */
export function readTable(file: string): ImportOutcome<readonly TableRow[]> {
  const encoding = encodingOf(file);
  if (!encoding.ok) return encoding;
  return orBroken(() =>
    taken([...readSlices(file, encoding.value)].flatMap(({ rows }) => rows.filter(holdsAnything))),
  );
}

/** What `read` gives, or a refusal when it meets a CSV that is not whole. */
export function orBroken<T>(read: () => ImportOutcome<T>): ImportOutcome<T> {
  try {
    return read();
  } catch (error) {
    if (error instanceof CsvError) return refuse({ code: 'broken-csv', detail: error.message });
    throw error;
  }
}
