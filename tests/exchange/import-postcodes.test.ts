import { expect, test } from 'vitest';
import { importReport, postcode } from '#db/schema/directory.ts';
import { findPostcode } from '#directory/postcode-store.ts';
import { directoryVersionOf } from '#directory/provider-store.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { rowsOf, samplePostcodes, workshop } from './support.ts';

const header =
  'postcode,ward_code,ward_name,msoa_code,msoa_hcl_name,lsoa_code,lsoa_name,locality,la_code,la_name,lon,lat';

test("the area's postcodes are all taken, once", () => {
  const { ctx, db } = workshop();
  const rows = rowsOf(samplePostcodes);
  const shares: number[] = [];
  const first = importPostcodes(ctx, samplePostcodes, {
    onProgress: ({ share }) => shares.push(share),
  });
  expect(first).toMatchObject({ ok: true, value: { added: rows.length, refusedRows: [] } });
  expect(shares.at(-1)).toBe(1);
  const version = directoryVersionOf(db);
  const second = importPostcodes(ctx, samplePostcodes);
  expect(second).toMatchObject({
    ok: true,
    value: { added: 0, changed: 0, unchanged: rows.length },
  });
  expect(directoryVersionOf(db)).toBe(version);
  expect(db.select().from(importReport).all()).toHaveLength(2);

  const wanted = rows[7777];
  expect(findPostcode(db, wanted?.['postcode'] ?? '')).toMatchObject({
    ok: true,
    value: {
      point: {
        latitude: Number(wanted?.['lat']),
        longitude: Number(wanted?.['lon']),
        precision: 'postcode',
      },
      ward: { code: wanted?.['ward_code'], name: wanted?.['ward_name'] },
    },
  });
});

test('a comma inside a name does not shift the columns behind it', () => {
  const { ctx, db, write } = workshop();
  const row =
    'WA13 9EP,E05015241,Bowdon,E02001283,"Altrincham West, Dunham & Warburton",E01006087,Trafford 025E,South,E08000009,Trafford,-2.415557,53.394146';
  importPostcodes(ctx, write('p.csv', `${header}\n${row}\n`));
  expect(db.select().from(postcode).get()).toEqual({
    key: 'WA139EP',
    display: 'WA13 9EP',
    outward: 'WA13',
    latitude: 53.394146,
    longitude: -2.415557,
    wardCode: 'E05015241',
    wardName: 'Bowdon',
    lsoaCode: 'E01006087',
    authorityCode: 'E08000009',
    authorityName: 'Trafford',
  });
});

test('rows without a place are refused with their line, the others kept', () => {
  const { ctx, write } = workshop();
  const row = (postcodeText: string, lon: string, lat: string) =>
    `${postcodeText},,,,,,,,,,${lon},${lat}`;
  const file = write(
    'p.csv',
    [
      header,
      row('M33 2DH', '-2.3', '53.4'),
      row('M33 2DI2', '-2.3', '53.4'),
      row('M33 2DJ', '', ''),
      row('M33 2DL', '0', '99.999999'),
    ].join('\n'),
  );
  expect(importPostcodes(ctx, file)).toMatchObject({
    ok: true,
    value: { added: 1, refusedRows: [{ line: 3, subject: 'M33 2DI2' }, { line: 4 }, { line: 5 }] },
  });
});

test('a moved postcode is a change; one the file lacks stays', () => {
  const { ctx, db, write } = workshop();
  importPostcodes(
    ctx,
    write('a.csv', `${header}\nM33 2DH,,,,,,,,,,-2.3,53.4\nM33 2DJ,,,,,,,,,,-2.3,53.4`),
  );
  const outcome = importPostcodes(ctx, write('b.csv', `${header}\nM33 2DH,,,,,,,,,,-2.31,53.4`));
  expect(outcome).toMatchObject({ value: { added: 0, changed: 1, unchanged: 0, left: 0 } });
  expect(db.select().from(postcode).all()).toHaveLength(2);
});

test.each([
  ['another layout', Buffer.from('a,b\n1,2'), { code: 'unknown-layout', lookedFor: 'postcode' }],
  [
    'no position',
    Buffer.from('postcode,ward_code,ward_name,lsoa_code,la_code,la_name\nM33 2DH,,,,,'),
    { code: 'missing-columns', columns: ['lon', 'lat'] },
  ],
  [
    'bytes that are not UTF-8',
    Buffer.from(`${header}\nM33 2DH,,Caf\u00e9,,,,,,,,-2.3,53.4`, 'latin1'),
    { code: 'wrong-encoding' },
  ],
  ['nothing', Buffer.from(''), { code: 'no-rows' }],
])('a file with %s is refused and nothing written', (_, content, refusal) => {
  const { ctx, db, write } = workshop();
  expect(importPostcodes(ctx, write('p.csv', content))).toMatchObject({ ok: false, refusal });
  expect(db.select().from(postcode).all()).toEqual([]);
  expect(db.select().from(importReport).all()).toEqual([]);
});

test('a file that breaks far in keeps nothing of its beginning', () => {
  const { ctx, db, write } = workshop();
  const many = Array.from({ length: 20_000 }, (_, index) => {
    const letters = [index % 26, Math.floor(index / 26) % 26]
      .map((n) => String.fromCharCode(65 + n))
      .join('');
    return `M${Math.floor(index / 6760) + 1} ${Math.floor(index / 676) % 10}${letters},,,,,,,,,,-2.3,53.4`;
  });
  const outcome = importPostcodes(
    ctx,
    write('p.csv', `${header}\n${many.join('\n')}\nM33 "2DH",,,,,,,,,,-2.3,53.4\n`),
  );
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'broken-csv' } });
  expect(db.select().from(postcode).all()).toEqual([]);
});
