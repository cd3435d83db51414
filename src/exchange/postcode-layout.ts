import { parsePostcode } from '#directory/postcode.ts';

/** The columns read from a postcode file; names are matched loosely. */
export const postcodeColumns = {
  postcode: 'postcode',
  wardCode: 'ward_code',
  wardName: 'ward_name',
  lsoaCode: 'lsoa_code',
  authorityCode: 'la_code',
  authorityName: 'la_name',
  longitude: 'lon',
  latitude: 'lat',
} as const;

export type PostcodeField = keyof typeof postcodeColumns;

export type PostcodeRow = NonNullable<ReturnType<typeof readPostcodeRow>>;

/** One row of the file; null when its postcode or its position cannot be read. */
export function readPostcodeRow(cell: (field: PostcodeField) => string) {
  const postcode = parsePostcode(cell('postcode'));
  const latitude = degrees(cell('latitude'), 49, 61);
  const longitude = degrees(cell('longitude'), -9, 2);
  if (postcode?.kind !== 'full' || latitude === null || longitude === null) return null;
  const text = (field: PostcodeField) => cell(field) || null;
  return {
    key: postcode.key,
    display: postcode.display,
    outward: postcode.outward,
    latitude,
    longitude,
    wardCode: text('wardCode'),
    wardName: text('wardName'),
    lsoaCode: text('lsoaCode'),
    authorityCode: text('authorityCode'),
    authorityName: text('authorityName'),
  };
}

/** Degrees within the United Kingdom, or null. Files put 0 or 99.999999 where a place is unknown. */
function degrees(text: string, least: number, most: number): number | null {
  const value = Number(text);
  return text !== '' && value >= least && value <= most ? value : null;
}
