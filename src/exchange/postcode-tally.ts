import type { RefusedRow } from './import-report.ts';
import { postcodeReader, type PostcodeLayout, type PostcodeRow } from './postcode-layout.ts';
import type { Area } from './postcode-places.ts';
import type { TableRow } from './read-table.ts';

export type PostcodeTally = ReturnType<typeof postcodeTally>;

/** A file refuses so many rows at most by name, so that a wrong file does not fill the memory. */
const mostRefusedRows = 10_000;

type Sum = { latitude: number; longitude: number; postcodes: number; authority: string | null };

/** Reads the rows of one file and remembers what became of those that are not taken. */
export function postcodeTally(layout: PostcodeLayout) {
  const readRow = postcodeReader(layout);
  const refusedRows: RefusedRow[] = [];
  const leftOut = { 'no longer in use': 0, 'without a position': 0, 'refused and not listed': 0 };
  const hasNames = layout.at('wardName') !== null || layout.at('authorityName') !== null;
  const localities = new Map<string, Sum>();
  let taken = 0;

  const refuse = ({ line, cells }: TableRow, reason: string): void => {
    const subject = (cells[layout.at('postcode') ?? -1] ?? '').trim();
    if (refusedRows.length < mostRefusedRows) refusedRows.push({ line, subject, reason });
    else leftOut['refused and not listed'] += 1;
  };
  const read = (rows: readonly TableRow[]): readonly PostcodeRow[] =>
    rows.flatMap(({ line, cells }) => {
      if (line <= layout.line || cells.every((cell) => cell.trim() === '')) return [];
      const found = readRow(cells);
      if (found.kind === 'terminated') leftOut['no longer in use'] += 1;
      if (found.kind === 'unplaced') leftOut['without a position'] += 1;
      if (found.kind === 'refused') refuse({ line, cells }, found.reason);
      if (found.kind !== 'row') return [];
      taken += 1;
      addTo(localities, found.locality, found.row);
      return [found.row];
    });

  const result = () => ({
    rows: taken,
    ...{ refusedRows, leftOut, hasNames },
    localities: middlesOf(localities),
  });
  return { read, result };
}

function addTo(sums: Map<string, Sum>, name: string | null, row: PostcodeRow): void {
  if (name === null) return;
  const authority = row.authorityName ?? null;
  const key = `${name}\n${authority ?? ''}`;
  const sum = sums.get(key) ?? { latitude: 0, longitude: 0, postcodes: 0, authority };
  sum.latitude += row.latitude;
  sum.longitude += row.longitude;
  sum.postcodes += 1;
  sums.set(key, sum);
}

const middlesOf = (sums: ReadonlyMap<string, Sum>): readonly Area[] =>
  [...sums].map(([key, { latitude, longitude, postcodes, authority }]) => ({
    name: key.split('\n', 1).join(''),
    ...{ latitude: latitude / postcodes, longitude: longitude / postcodes, postcodes, authority },
  }));
