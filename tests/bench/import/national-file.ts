import { parse } from 'csv-parse/sync';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const rowsOf = (path: string): string[][] => parse(readFileSync(join(root, path)), { bom: true });

/** A file of this many rows: the real ones of Trafford again and again, under other numbers. */
export function writeNationalFile(file: string, rows: number, changedShare: number): void {
  const [header = [], ...real] = rowsOf('tests/fixtures/ofsted/ofsted_mi_2021-08-31_trafford.csv');
  const postcodes = rowsOf('content/sample-area/postcodes.csv').map(([postcode = '']) => postcode);
  const at = (name: string) => header.indexOf(name);
  const [urn, authority, postcode, person, name] = [
    ...[at('Provider URN'), at('Local authority'), at('Postcode')],
    ...[at('Registered person URN'), at('Provider name')],
  ];
  const row = (index: number): readonly string[] =>
    (real[index % real.length] ?? []).map((cell, column) => {
      if (column === urn) return `EY${String(100_000 + index)}`;
      if (column === authority) return `Authority ${String(index % 153)}`;
      if (column === person && cell !== '') return `RP${String(index >> 1)}`;
      if (cell === 'REDACTED' || cell === '') return cell;
      if (column === postcode)
        return postcodes[1 + ((index * 7919) % (postcodes.length - 1))] ?? '';
      return column === name && index % 100 < changedShare * 100 ? `${cell} New` : cell;
    });
  const lines = [header, ...Array.from({ length: rows }, (_, index) => row(index))];
  writeFileSync(file, lines.map((cells) => `"${cells.join('","')}"\n`).join(''));
}
