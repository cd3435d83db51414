import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/open-database.ts';
import { importReport } from '#db/schema/exchange.ts';
import { placeName, postcode } from '#db/schema/geography.ts';
import { findNear } from '#directory/find-place.ts';
import { findPostcode } from '#directory/postcode-store.ts';
import { directoryVersionOf, raiseDirectoryVersion } from '#directory/directory-version-store.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { describeReport } from '#exchange/import-report.ts';
import { layouts, onsFile } from './postcode-files.ts';
import { rowsOf, samplePostcodes, workshop, type Workshop } from './support.ts';

const header =
  'postcode,ward_code,ward_name,msoa_code,msoa_hcl_name,lsoa_code,lsoa_name,locality,la_code,la_name,lon,lat';

/** What an import came to; throws when the file was refused. */
function take({ ctx }: Workshop, file: string) {
  const outcome = importPostcodes(ctx, file);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

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
  const shop = workshop();
  const row =
    'WA13 9EP,E05015241,Bowdon,E02001283,"Altrincham West, Dunham & Warburton",E01006087,Trafford 025E,South,E08000009,Trafford,-2.415557,53.394146';
  take(shop, shop.write('p.csv', `${header}\n${row}\n`));
  expect(shop.db.select().from(postcode).get()).toEqual({
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
  for (const place of ['Bowdon', 'Dunham', 'Warburton', 'Altrincham West', 'Trafford'])
    expect(findNear(shop.db, place), place).toMatchObject({ ok: true, value: { label: place } });
});

describe.each(Object.entries(layouts))('the layout of %s', (_, layout) => {
  test('is read: current postcodes are taken, old ones and those that are nowhere counted apart', () => {
    const shop = workshop();
    const file = onsFile(layout, [
      ['M33 2DH', '', 'E08000009', 'E05015255', 'E01006074', '53.42', '-2.32'],
      ['WA14 1AB', '', 'E08000009', 'E99999999', '', '53.39', '-2.35'],
      ['M33 2AA', '199606', 'E08000009', 'E05015255', 'E01006074', '53.42', '-2.32'],
      ['JE2 3AB', '', 'L99999999', 'L99999999', 'L99999999', '99.999999', '0.000000'],
      ['NPT 1AA', '', 'W06000022', '', '', '51.58', '-3.0'],
      ['M33 2DJ', '', 'E08000009', '', '', '5.1', '-2.32'],
    ]);
    const report = take(shop, shop.write('p.csv', file));
    expect(report).toMatchObject({
      added: 2,
      leftOut: { 'no longer in use': 1, 'without a position': 1 },
      refusedRows: [
        { line: 6, subject: 'NPT 1AA', reason: 'it is not a whole postcode' },
        { line: 7, subject: 'M33 2DJ', reason: 'its position is not in the UK' },
      ],
    });
    expect(describeReport(report)).toContain('left out  1 no longer in use');
    expect(shop.db.select().from(postcode).all()).toEqual([
      {
        ...{ key: 'M332DH', display: 'M33 2DH', outward: 'M33', latitude: 53.42 },
        ...{ longitude: -2.32, wardCode: 'E05015255', wardName: null, lsoaCode: 'E01006074' },
        ...{ authorityCode: 'E08000009', authorityName: null },
      },
      expect.objectContaining({ key: 'WA141AB', outward: 'WA14', wardCode: null, lsoaCode: null }),
    ]);
    const version = directoryVersionOf(shop.db);
    expect(take(shop, shop.write('p.csv', file))).toMatchObject({ added: 0, unchanged: 2 });
    expect(directoryVersionOf(shop.db)).toBe(version);
  });
});

test('names learnt from one file are kept, and given to the postcodes of a file of codes', () => {
  const shop = workshop();
  const named = `${header}\nM33 2DH,E05015255,Sale Moor,,,E01,,,E08000009,Trafford,-2.3,53.4`;
  take(shop, shop.write('a.csv', named));
  const codes = onsFile(layouts['both since 2025'], [
    ['M33 2DH', '', 'E08000009', 'E05015255', 'E02', '53.4', '-2.3'],
    ['M33 2DJ', '', 'E08000009', 'E05015255', 'E02', '53.4', '-2.3'],
  ]);
  expect(take(shop, shop.write('b.csv', codes))).toMatchObject({ added: 1, changed: 1 });
  expect(take(shop, shop.write('b.csv', codes))).toMatchObject({ changed: 0, unchanged: 2 });
  expect(shop.db.select().from(postcode).all()).toEqual(
    ['M332DH', 'M332DJ'].map((key) =>
      expect.objectContaining({
        ...{ key, wardName: 'Sale Moor', authorityName: 'Trafford', lsoaCode: 'E02' },
      }),
    ),
  );
});

test('a file that has names gives them to all postcodes of the same codes', () => {
  const shop = workshop();
  const codes = onsFile(layouts['both since 2025'], [
    ['M33 2DJ', '', 'E08000009', 'E05015255', 'E02', '53.4', '-2.3'],
  ]);
  take(shop, shop.write('a.csv', codes));
  const named = `${header}\nM33 2DH,E05015255,Sale Moor,,,E01,,,E08000009,Trafford,-2.3,53.4`;
  take(shop, shop.write('b.csv', named));
  expect(findPostcode(shop.db, 'M33 2DJ')).toMatchObject({
    value: { ward: { name: 'Sale Moor' } },
  });
});

test("the ONS's names and codes give wards and authorities their names", () => {
  const shop = workshop();
  const codes = onsFile(layouts['both since 2025'], [
    ['M33 2DJ', '', 'E08000009', 'E05015255', 'E02', '53.4', '-2.3'],
    ['M33 2DH', '', 'E08000009', 'E05015241', 'E02', '53.4', '-2.3'],
  ]);
  take(shop, shop.write('a.csv', codes));
  const wards = shop.write(
    'wards.csv',
    '\ufeffWD25CD,WD25NM\r\nE05015255,Sale Moor\r\nE05015241,Bowdon\r\nE99999999,(pseudo)\r\n',
  );
  const authorities = shop.write(
    'la.csv',
    'LAD25CD,LAD25NM,LAD25NMW\nE08000009,Trafford,\nE06000023,"Bristol, City of",\n',
  );
  expect(take(shop, wards)).toMatchObject({ kind: 'postcodes', changed: 2 });
  expect(take(shop, wards)).toMatchObject({ changed: 0 });
  take(shop, authorities);
  expect(findNear(shop.db, 'Sale Moor')).toMatchObject({ ok: true });
  expect(findNear(shop.db, 'trafford')).toMatchObject({ ok: true });
});

test('a column that a file has not is not wiped from what is known', () => {
  const shop = workshop();
  take(shop, shop.write('a.csv', `${header}\nM33 2DH,E1,Sale Moor,,,E01,,,E08,Trafford,-2.3,53.4`));
  take(shop, shop.write('b.csv', 'postcode,lat,long\nM332DH,53.41,-2.3\nWA144DW,53.38,-2.35'));
  expect(shop.db.select().from(postcode).all()).toEqual([
    expect.objectContaining({ latitude: 53.41, wardCode: 'E1', wardName: 'Sale Moor' }),
    expect.objectContaining({ display: 'WA14 4DW', wardCode: null }),
  ]);
});

test('places are the middles of their postcodes; wards of one name far apart say their authority', () => {
  const shop = workshop();
  const row = (key: string, ward: string, name: string, authority: string, at: string) =>
    `${key},${ward},${name},,,,,,${authority},${authority},${at}`;
  const file = shop.write(
    'p.csv',
    [
      header,
      row('M33 2DH', 'E1', 'Sale Moor', 'Trafford', '-2.30,53.40'),
      row('M33 2DJ', 'E1', 'Sale Moor', 'Trafford', '-2.32,53.42'),
      row('M33 2DL', 'E2', 'Central', 'Trafford', '-2.30,53.40'),
      row('SN1 1AA', 'E3', 'Central', 'Swindon', '-1.78,51.56'),
    ].join('\n'),
  );
  take(shop, file);
  expect(findNear(shop.db, 'Sale Moor')).toMatchObject({
    value: { point: { latitude: 53.41, longitude: -2.31, precision: 'area' } },
  });
  expect(findNear(shop.db, 'Central')).toEqual({
    ok: false,
    problem: 'unknown-here',
    suggestions: ['Central, Swindon', 'Central, Trafford'],
  });
  expect(findNear(shop.db, 'Central, Swindon')).toMatchObject({
    value: { point: { latitude: 51.56 } },
  });
  const before = shop.db.select().from(placeName).all();
  take(shop, file);
  expect(shop.db.select().from(placeName).all()).toEqual(before);
});

test('while a file is read, others can write', () => {
  const { ctx, db, databaseFile } = workshop();
  const site = openDatabase(databaseFile);
  onTestFinished(() => void site.$client.close());
  const onProgress = () => raiseDirectoryVersion(site, 'many');
  expect(importPostcodes(ctx, samplePostcodes, { onProgress })).toMatchObject({ ok: true });
  expect(directoryVersionOf(db)).toBeGreaterThan(1);
});

test('a postcode that is in a file twice is as its last row says, however often it is read', () => {
  const shop = workshop();
  const file = shop.write(
    'p.csv',
    `${header}\nM33 2DH,,,,,,,,,,-2.3,53.4\nM33 2DJ,,,,,,,,,,-2.3,53.4\nM33 2DH,,,,,,,,,,-2.4,53.4`,
  );
  for (let run = 0; run < 3; run += 1) {
    take(shop, file);
    expect(findPostcode(shop.db, 'M33 2DH')).toMatchObject({
      value: { point: { longitude: -2.4 } },
    });
  }
  expect(take(shop, file)).toMatchObject({ added: 0, changed: 0 });
});

test('a moved postcode is a change; one the file lacks stays', () => {
  const shop = workshop();
  take(
    shop,
    shop.write('a.csv', `${header}\nM33 2DH,,,,,,,,,,-2.3,53.4\nM33 2DJ,,,,,,,,,,-2.3,53.4`),
  );
  const report = take(shop, shop.write('b.csv', `${header}\nM33 2DH,,,,,,,,,,-2.31,53.4`));
  expect(report).toMatchObject({ added: 0, changed: 1, unchanged: 0, left: 0 });
  expect(shop.db.select().from(postcode).all()).toHaveLength(2);
});

test.each([
  ['another layout', Buffer.from('a,b\n1,2'), { code: 'unknown-layout' }],
  [
    'no position',
    Buffer.from('postcode,ward_code,ward_name,lsoa_code,la_code,la_name\nM33 2DH,,,,,'),
    { code: 'missing-columns', columns: ['lat', 'long'] },
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

test('a file that breaks far in keeps nothing of its beginning, and the next is read as ever', () => {
  const { ctx, db, write } = workshop();
  const many = Array.from({ length: 20_000 }, (_, index) => {
    const letters = [index % 26, Math.floor(index / 26) % 26]
      .map((n) => String.fromCharCode(65 + n))
      .join('');
    return `M${Math.floor(index / 6760) + 1} ${Math.floor(index / 676) % 10}${letters},,,,,,,,,,-2.3,53.4`;
  });
  const broken = write('p.csv', `${header}\n${many.join('\n')}\nM33 "2DH",,,,,,,,,,-2.3,53.4\n`);
  expect(importPostcodes(ctx, broken)).toMatchObject({
    ok: false,
    refusal: { code: 'broken-csv' },
  });
  expect(db.select().from(postcode).all()).toEqual([]);
  const whole = write('q.csv', `${header}\nM33 2DH,,,,,,,,,,-2.3,53.4\n`);
  expect(importPostcodes(ctx, whole)).toMatchObject({ ok: true, value: { added: 1 } });
  expect(db.select().from(postcode).all()).toHaveLength(1);
});
