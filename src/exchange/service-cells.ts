import { isoDayOf } from './ofsted-values.ts';
import type { ServiceCells, ServiceColumn } from './service-columns.ts';

/** A row's problems as a person reads them: the column, what stands in it, and what is allowed. */
export type CellReader = ReturnType<typeof cellReader>;

const longestLine = 300;
const longestText = 3000;

/** Reads the cells of one row and gathers what is wrong with them. */
export function cellReader(cell: ServiceCells) {
  const problems: string[] = [];
  const wrong = (column: ServiceColumn, allowed: string): null => {
    const text = cell(column);
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    problems.push(`${column}${shown === '' ? '' : ` "${shown}"`}: ${allowed}`);
    return null;
  };
  const read = <T>(column: ServiceColumn, parse: (text: string) => T | null, allowed: string) => {
    const text = cell(column);
    return text === '' ? null : (parse(text) ?? wrong(column, allowed));
  };
  const plain = (most: number) => (text: string) =>
    text.length > most || /<\/?[a-z][^>]*>|&(?:amp|nbsp|lt|#\d+);/i.test(text) ? null : text;
  return {
    problems,
    wrong,
    read,
    /** Null when blank. */
    line: (column: ServiceColumn) =>
      read(column, plain(longestLine), `use plain text of at most ${longestLine} letters`),
    text: (column: ServiceColumn) =>
      read(
        column,
        plain(longestText),
        `use plain text, no HTML, of at most ${longestText} letters`,
      ),
    /** Blank is wrong too. */
    needed: (column: ServiceColumn, why = 'is needed'): string => {
      if (cell(column) === '') wrong(column, why);
      return cell(column);
    },
    day: (column: ServiceColumn) =>
      read(column, isoDayOf, 'write the day like 2026-11-22 or 22/11/2026'),
    choice: <Choice extends string>(column: ServiceColumn, choices: readonly Choice[]) =>
      read(
        column,
        (text) => choices.find((choice) => choice === text.toLowerCase()) ?? null,
        `use ${choices.join(' or ')}`,
      ),
  };
}

/** `yes` and `no`; null when blank. */
export const yesOrNo = (reader: CellReader, column: ServiceColumn): boolean | null => {
  const said = reader.choice(column, ['yes', 'no']);
  return said === null ? null : said === 'yes';
};

/** Letters, figures and hyphens: safe in an address. `Rhyme Time` → `rhyme-time`. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
