import { avg, count, eq, sql } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { postcode } from '#db/schema/geography.ts';
import { parsePostcode } from './postcode.ts';
import { preparedFor } from './prepared-for.ts';
import type { PlacePoint } from './provider.ts';

export type FoundPostcode = {
  readonly point: PlacePoint;
  /** Null for a district, which lies in several. */
  readonly ward: { readonly code: string; readonly name: string } | null;
  /** As it should be shown back: `M33 3SY` or `M33`. */
  readonly label: string;
};

/** `postcode-unknown-here`: written like a postcode, but the area's own table has none such. */
export type PostcodeProblem = 'not-a-postcode' | 'postcode-unknown-here';
export type PostcodeLookup =
  | { readonly ok: true; readonly value: FoundPostcode }
  | { readonly ok: false; readonly problem: PostcodeProblem };

/** Where a typed postcode or district is, from the imported table. */
export function findPostcode(reader: Reader, text: string): PostcodeLookup {
  const typed = parsePostcode(text);
  if (typed === null) return { ok: false, problem: 'not-a-postcode' };
  const value =
    typed.kind === 'full' ? findFull(reader, typed.key) : findOutward(reader, typed.outward);
  return value === null ? { ok: false, problem: 'postcode-unknown-here' } : { ok: true, value };
}

const byKey = preparedFor((reader) =>
  reader
    .select()
    .from(postcode)
    .where(eq(postcode.key, sql.placeholder('key')))
    .prepare(),
);

function findFull(reader: Reader, key: string): FoundPostcode | null {
  const row = byKey(reader).get({ key });
  if (!row) return null;
  const { latitude, longitude, wardCode, wardName, display } = row;
  return {
    point: { latitude, longitude, precision: 'postcode' },
    ward: wardCode !== null && wardName !== null ? { code: wardCode, name: wardName } : null,
    label: display,
  };
}

function findOutward(reader: Reader, outward: string): FoundPostcode | null {
  const point = outwardCentre(reader, outward);
  return point && { point, ward: null, label: outward };
}

/** The middle of a district: the mean of its postcodes, to 2 decimals (about 1 km). */
export function outwardCentre(reader: Reader, outward: string): PlacePoint | null {
  const row = reader
    .select({
      latitude: avg(postcode.latitude).mapWith(Number),
      longitude: avg(postcode.longitude).mapWith(Number),
      postcodes: count(),
    })
    .from(postcode)
    .where(eq(postcode.outward, outward))
    .get();
  if (!row || row.postcodes === 0) return null;
  const round = (degrees: number) => Math.round(degrees * 100) / 100;
  return {
    latitude: round(row.latitude),
    longitude: round(row.longitude),
    precision: 'area',
  };
}
