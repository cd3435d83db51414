import { parsePostcode } from '#directory/postcode.ts';
import { looseName } from './find-header.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';

/** The columns of the sample area's own postcode file. */
export const postcodeColumns = {
  postcode: 'postcode',
  wardCode: 'ward_code',
  wardName: 'ward_name',
  lsoaCode: 'lsoa_code',
  authorityCode: 'la_code',
  authorityName: 'la_name',
  locality: 'msoa_hcl_name',
  longitude: 'lon',
  latitude: 'lat',
} as const;

export type PostcodeField = keyof typeof postcodeColumns | 'terminated';

/**
 * How publishers call each column, the best first: the ONS Postcode Directory and National
 * Statistics Postcode Lookup up to 2024 (`pcd`, `oslaua`, `laua`), since 2025 (`pcd7`, `lad25cd`),
 * and tables made from them.
 */
const namesOf: Readonly<Record<PostcodeField, readonly RegExp[]>> = {
  postcode: [/^pcds$/, /^pcd7?$/, /^pcd[28]$/, /^postcode$/],
  latitude: [/^lat(itude)?$/],
  longitude: [/^long?$/, /^longitude$/],
  wardCode: [/^(os)?ward$/, /^wd\d\dcd$/, /^wardcode$/],
  wardName: [/^wd\d\dnm$/, /^wardname$/],
  lsoaCode: [/^lsoa21(cd)?$/, /^lsoa11(cd)?$/, /^lsoacode$/],
  authorityCode: [/^(os)?laua$/, /^lad(\d\d)?cd$/, /^lacode$/],
  authorityName: [/^lad(\d\d)?nm$/, /^laname$/],
  locality: [/^msoa(\d\d)?hcl(nm|name)$/, /^locality$/],
  terminated: [/^doterm$/],
};
const needed = ['postcode', 'latitude', 'longitude'] as const;

export type PostcodeLayout = {
  /** The line of the header, from 1. */
  readonly line: number;
  readonly at: (field: PostcodeField) => number | null;
};

/** Finds the header among the first lines of a file. */
export function findPostcodeLayout(
  rows: readonly (readonly string[])[],
): ImportOutcome<PostcodeLayout> {
  const headers = rows.slice(0, 30).map((cells) => cells.map(looseName));
  const row = headers.findIndex((header) => columnOf(header, 'postcode') !== null);
  const header = headers[row];
  if (!header) return refuse({ code: 'unknown-layout', lookedFor: 'pcds, pcd7 or postcode' });
  const missing = needed.filter((field) => columnOf(header, field) === null);
  if (missing.length > 0) {
    return refuse({ code: 'missing-columns', columns: missing.map((name) => wanted[name]) });
  }
  const at = (field: PostcodeField) => columnOf(header, field);
  return taken({ line: row + 1, at });
}

const wanted = { postcode: 'pcds', latitude: 'lat', longitude: 'long' } as const;

function columnOf(header: readonly string[], field: PostcodeField): number | null {
  for (const name of namesOf[field]) {
    const at = header.findIndex((cell) => name.test(cell));
    if (at !== -1) return at;
  }
  return null;
}

/** A postcode as it is kept; null is not said, `undefined` a column that the file has not. */
export type PostcodeRow = {
  readonly key: string;
  readonly display: string;
  readonly outward: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly wardCode: string | null | undefined;
  readonly wardName: string | null | undefined;
  readonly lsoaCode: string | null | undefined;
  readonly authorityCode: string | null | undefined;
  readonly authorityName: string | null | undefined;
};

export type ReadPostcode =
  | { readonly kind: 'row'; readonly row: PostcodeRow; readonly locality: string | null }
  /** No longer in use, or nowhere: neither taken nor wrong. */
  | { readonly kind: 'terminated' | 'unplaced' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads the rows of one layout. */
export function postcodeReader({ at }: PostcodeLayout) {
  const reader = (field: PostcodeField) => {
    const column = at(field);
    return column === null ? null : (cells: readonly string[]) => (cells[column] ?? '').trim();
  };
  const text = (field: PostcodeField) => {
    const read = reader(field);
    return (cells: readonly string[]) => (read === null ? undefined : said(read(cells)));
  };
  const [postcode, latitude, longitude] = [text('postcode'), text('latitude'), text('longitude')];
  const [wardCode, wardName, lsoaCode] = [text('wardCode'), text('wardName'), text('lsoaCode')];
  const [authorityCode, authorityName] = [text('authorityCode'), text('authorityName')];
  const [locality, terminated] = [text('locality'), text('terminated')];
  return (cells: readonly string[]): ReadPostcode => {
    if (typeof terminated(cells) === 'string') return { kind: 'terminated' };
    const point = pointOf(latitude(cells), longitude(cells));
    if (point === 'none') return { kind: 'unplaced' };
    const typed = parsePostcode(postcode(cells) ?? '');
    if (typed?.kind !== 'full') return { kind: 'refused', reason: 'it is not a whole postcode' };
    if (point === null) return { kind: 'refused', reason: 'its position is not in the UK' };
    const { key, display, outward } = typed;
    const row = {
      ...{ key, display, outward },
      ...point,
      wardCode: wardCode(cells),
      wardName: wardName(cells),
      lsoaCode: lsoaCode(cells),
      authorityCode: authorityCode(cells),
      authorityName: authorityName(cells),
    };
    return { kind: 'row', row, locality: locality(cells) ?? null };
  };
}

/** Null for a blank and for the codes that stand for "none", such as E99999999. */
const said = (cell: string): string | null =>
  cell === '' || /^[A-Z]99999999$/.test(cell) ? null : cell;

/** Degrees within the United Kingdom; `none` for how files write "nowhere", null for anything else. */
function pointOf(latitude: string | null | undefined, longitude: string | null | undefined) {
  if (typeof latitude !== 'string' || typeof longitude !== 'string' || Number(latitude) > 99)
    return 'none';
  const point = { latitude: Number(latitude), longitude: Number(longitude) };
  const inUk =
    point.latitude >= 49 && point.latitude <= 61 && point.longitude >= -9 && point.longitude <= 2;
  return inUk ? point : null;
}
