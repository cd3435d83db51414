import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ArchiveProblem, unzipped } from './zip-entry.ts';

/** A row of a sheet; `index` counts from 0 within the sheet. Rows with nothing in them are left out. */
export type SheetRow = {
  readonly sheet: number;
  readonly index: number;
  readonly cells: readonly string[];
};

/** As many rows as any sheet can have: a repetition beyond it is damage. */
const mostRows = 1 << 20;

/**
 * The rows of all sheets of an OpenDocument spreadsheet as they come, so that memory stays flat.
 * Numbers are as the file has them, days as ISO days. Throws `ArchiveProblem` when it is damaged.
 */
export async function* odsRows(file: string): AsyncGenerator<SheetRow> {
  const reader = sheetReader();
  const decoder = new TextDecoder();
  for await (const chunk of unzipped(file, 'content.xml')) {
    yield* reader.read(decoder.decode(chunk, { stream: true }));
  }
  yield* reader.close();
}

function sheetReader() {
  const parser = new SaxesParser();
  const rows: SheetRow[] = [];
  const sheet = sheetBuilder((row) => rows.push(row));
  parser.on('error', ({ message }) => {
    throw new ArchiveProblem(message);
  });
  parser.on('opentag', (tag) => sheet.open(tag));
  parser.on('text', (text) => sheet.text(text));
  parser.on('closetag', ({ name }) => sheet.close(name));
  return {
    read: (text: string): readonly SheetRow[] => {
      parser.write(text);
      return rows.splice(0);
    },
    close: (): readonly SheetRow[] => {
      parser.close();
      return rows.splice(0);
    },
  };
}

type Cell = { readonly value: string | null; readonly repeat: number; text: string };

/** Builds rows from tags. A cell's text is its paragraphs; a note beside it is not. */
function sheetBuilder(emit: (row: SheetRow) => void) {
  let sheet = -1;
  let next = 0;
  let repeat = 1;
  let cells: string[] = [];
  let empties = 0;
  let cell: Cell | null = null;
  let notes = 0;
  const add = (text: string, times: number) => {
    if (text === '') empties += times;
    else {
      cells.push(...Array.from({ length: empties }, () => ''));
      cells.push(...Array.from({ length: times }, () => text));
      empties = 0;
    }
  };
  const endRow = () => {
    for (let copy = 0; cells.length > 0 && copy < Math.min(repeat, mostRows); copy += 1)
      emit({ sheet, index: next + copy, cells });
    next += repeat;
  };
  const opened: Readonly<Record<string, (tag: SaxesTagPlain) => void>> = {
    'table:table': () => ([sheet, next] = [sheet + 1, 0]),
    'table:table-row': (tag) => {
      [cells, empties, repeat] = [[], 0, timesOf(tag, 'table:number-rows-repeated')];
    },
    'table:table-cell': (tag) => (cell = cellOf(tag)),
    'table:covered-table-cell': (tag) => add('', timesOf(tag, columnsRepeated)),
    'office:annotation': () => (notes += 1),
    'text:p': () => addText(' '),
    'text:s': () => addText(' '),
    'text:line-break': () => addText(' '),
    'text:tab': () => addText(' '),
  };
  const addText = (text: string) => {
    if (cell && notes === 0) cell.text += text;
  };
  const closed: Readonly<Record<string, () => void>> = {
    'table:table-cell': () => {
      if (cell) add(cell.value ?? cell.text.trim(), cell.repeat);
      cell = null;
    },
    'table:table-row': endRow,
    'office:annotation': () => (notes -= 1),
  };
  return {
    open: (tag: SaxesTagPlain): void => opened[tag.name]?.(tag),
    text: addText,
    close: (name: string): void => closed[name]?.(),
  };
}

const columnsRepeated = 'table:number-columns-repeated';
const timesOf = ({ attributes }: SaxesTagPlain, name: string): number =>
  Math.max(1, Number.parseInt(attributes[name] ?? '1', 10) || 1);

function cellOf(tag: SaxesTagPlain): Cell {
  const { attributes } = tag;
  const type = attributes['office:value-type'];
  const day = attributes['office:date-value']?.slice(0, 10);
  const value = type === 'date' ? day : attributes['office:value'];
  return { value: value ?? null, repeat: timesOf(tag, columnsRepeated), text: '' };
}
