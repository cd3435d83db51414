import { expect, test } from 'vitest';
import { findPostcode } from '#directory/postcode-store.ts';
import { parsePostcode } from '#directory/postcode.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { workshop } from '../exchange/support.ts';

test.each([
  'M33 2DH',
  'm332dh',
  ' M33-2DH. ',
  'M 3 3 2 D H',
  '(M33\u00a02dh)',
  '\u202bM33 2DH\u202c',
])('%j is the postcode M33 2DH', (text) => {
  expect(parsePostcode(text)).toEqual({
    kind: 'full',
    key: 'M332DH',
    display: 'M33 2DH',
    outward: 'M33',
  });
});

test.each(['m33', 'M33.', ' wa14 ', 'W1A', 'e1'])('%j is a district', (text) => {
  expect(parsePostcode(text)?.kind).toBe('outward');
});

test.each([
  '',
  'Sale',
  'M33 2D',
  '33',
  'M33 2DHH',
  "M33'; drop table postcode",
  '🙂',
  'М33 2DH',
  'M'.repeat(10_000),
])('%.20j is no postcode', (text) => {
  expect(parsePostcode(text)).toBeNull();
});

test('a district is the middle of its postcodes, to about a kilometre; unknown is not "no postcode"', () => {
  const { ctx, db, write } = workshop();
  const rows = [
    'postcode,ward_code,ward_name,lsoa_code,la_code,la_name,lon,lat',
    'M33 2DH,E1,Sale Central,,,,-2.30,53.40',
    'M33 3SY,E2,Brooklands,,,,-2.32,53.44',
    'M3 3AA,,,,,,-2.0,53.0',
  ];
  importPostcodes(ctx, write('p.csv', rows.join('\n')));
  expect(findPostcode(db, 'm33')).toEqual({
    ok: true,
    value: {
      point: { latitude: 53.42, longitude: -2.31, precision: 'area' },
      ward: null,
      label: 'M33',
    },
  });
  expect(findPostcode(db, 'm333sy')).toEqual({
    ok: true,
    value: {
      point: { latitude: 53.44, longitude: -2.32, precision: 'postcode' },
      ward: { code: 'E2', name: 'Brooklands' },
      label: 'M33 3SY',
    },
  });
  expect(findPostcode(db, 'ZZ99 9ZZ')).toEqual({ ok: false, problem: 'postcode-unknown-here' });
  expect(findPostcode(db, 'SW1A')).toEqual({ ok: false, problem: 'postcode-unknown-here' });
  expect(findPostcode(db, 'Sale')).toEqual({ ok: false, problem: 'not-a-postcode' });
});
