import { eq } from 'drizzle-orm';
import { writeOds } from 'hucre/ods';
import { describe, expect, test } from 'vitest';
import { consentedHome, fieldSource, serviceAtLocation } from '#db/schema/directory.ts';
import { importReport } from '#db/schema/exchange.ts';
import { changeDisclosure, type DisclosurePart } from '#directory/change-disclosure.ts';
import { directoryVersionOf } from '#directory/directory-version-store.ts';
import { getProvider } from '#directory/provider-store.ts';
import { consentKeyColumns } from '#exchange/consents-layout.ts';
import { importConsents } from '#exchange/import-consents.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { describeRefusal } from '#exchange/import-refusal.ts';
import { asCsvFile } from '#exchange/spreadsheet-as-csv.ts';
import {
  bytesOf,
  childminderRow,
  counts,
  csvOf,
  directoryRows,
  done,
  everything,
  imported,
  nurseryRow,
  ofstedCsv,
  workshop,
  type Workshop,
} from './support.ts';

const id = 'ey200001';
const header = [
  ...['Provider URN', 'Provider Type', 'Individual Register combinations'],
  ...['Provider Early Years Register Flag', 'Provider Compulsory Childcare Register Flag'],
  ...['Provider Voluntary Childcare Register Flag', 'Provider name', 'Provider address line 1'],
  ...['Provider address line 2', 'Provider address line 3', 'Provider town', 'Postcode'],
  ...['Parliamentary Constituency', 'Local Authority', 'Region', 'Ofsted Region'],
];

const home = (more: Readonly<Record<string, string>> = {}) => ({
  'Provider URN': 'EY200001',
  'Provider Type': 'Childminder',
  'Provider name': 'Zo\u00eb Quorn',
  'Provider address line 1': '7 Hidden Close',
  'Provider town': 'SALE',
  Postcode: 'M33 9QX',
  'Local Authority': 'Trafford',
  ...more,
});
const another = home({ 'Provider URN': 'EY200002', 'Provider name': 'Ann Other' });

/** As Ofsted publishes it: Latin-1, three rows of title, its header in the fourth. */
const consentsCsv = (rows: Parameters<typeof csvOf>[1]) =>
  Buffer.from(
    `Consented addresses for childminders,,\nAs published,,\n\u00a0,,\n${csvOf(header, rows)}\n`,
    'latin1',
  );

/** A directory with a nursery and two childminders, one postcode known. */
function open(): Workshop {
  const shop = workshop();
  const table =
    'postcode,ward_code,ward_name,lsoa_code,la_code,la_name,lon,lat\nM33 9QX,E1,Sale,,,,-2.31357,53.42468';
  done(importPostcodes(shop.ctx, shop.write('p.csv', table)));
  const rows = [nurseryRow(), childminderRow(), childminderRow({ 'Provider URN': 'EY200002' })];
  imported(shop, shop.write('2021-08-31.csv', ofstedCsv(rows)));
  return shop;
}

const take = (shop: Workshop, day: string, rows: Parameters<typeof csvOf>[1]) =>
  done(importConsents(shop.ctx, shop.write(`${day}.csv`, consentsCsv(rows))));

const isHidden = { name: null, address: null, point: null };
const isShown = {
  name: 'Zoë Quorn',
  address: { lines: ['7 Hidden Close'], town: 'Sale', postcode: 'M33 9QX' },
  point: { latitude: 53.42468, longitude: -2.31357, precision: 'postcode' },
};

test('a consent given shows name, address and exact point, and says who gave it and when', () => {
  const shop = open();
  expect(getProvider(shop.db, id)).toMatchObject(isHidden);
  const version = directoryVersionOf(shop.db);
  const report = take(shop, '2026-03-31', [home(), another]);
  expect(counts(report)).toEqual({ added: 2, changed: 0, unchanged: 0, left: 0 });
  expect(getProvider(shop.db, id)).toMatchObject(isShown);
  expect(getProvider(shop.db, id)?.fieldSources).toMatchObject([
    { fieldGroup: 'address', source: 'ofsted', asAt: '2026-03-31', consent: 'given' },
    { fieldGroup: 'name', source: 'ofsted', asAt: '2026-03-31', consent: 'given' },
  ]);
  expect(directoryVersionOf(shop.db)).toBeGreaterThan(version);
  expect(shop.db.select().from(importReport).all().at(-1)).toMatchObject({
    ...{ kind: 'consents', added: 2, asAt: '2026-03-31' },
  });
});

test('the same file again changes nothing, row for row', () => {
  const shop = open();
  take(shop, '2026-03-31', [home(), another]);
  const before = directoryRows(shop);
  expect(counts(take(shop, '2026-03-31', [home(), another]))).toMatchObject({ unchanged: 2 });
  expect(directoryRows(shop)).toEqual(before);
});

test('a withdrawn consent removes name, address and point at once, and no byte of them is left', () => {
  const shop = open();
  take(shop, '2026-03-31', [home(), another]);
  const report = take(shop, '2026-06-30', [another]);
  expect(counts(report)).toEqual({ added: 0, changed: 0, unchanged: 1, left: 1 });
  expect(getProvider(shop.db, id)).toMatchObject(isHidden);
  expect(getProvider(shop.db, 'ey200002')?.name).toBe('Ann Other');
  expect(shop.db.select().from(consentedHome).all()).toHaveLength(1);
  expect(
    shop.db.select().from(fieldSource).where(eq(fieldSource.serviceAtLocationId, id)).all(),
  ).toMatchObject([
    { fieldGroup: 'address', consent: 'withdrawn', asAt: '2026-06-30' },
    { fieldGroup: 'name', consent: 'withdrawn', asAt: '2026-06-30' },
  ]);
  shop.db.$client.pragma('wal_checkpoint(truncate)');
  expect(bytesOf(shop)).not.toContain('Quorn');
});

test('an older file cannot bring back what was withdrawn since', () => {
  const shop = open();
  take(shop, '2026-03-31', [home(), another]);
  take(shop, '2026-06-30', [another]);
  const before = everything(shop);
  const old = shop.write('2026-03-31.csv', consentsCsv([home(), another]));
  expect(importConsents(shop.ctx, old)).toMatchObject({
    refusal: { code: 'older-than-known', asAt: '2026-03-31', known: 'that of 2026-06-30' },
  });
  expect(everything(shop)).toEqual(before);
});

test('a new address is a change, and moves the point', () => {
  const shop = open();
  take(shop, '2026-03-31', [home()]);
  const moved = home({ 'Provider address line 1': '8 New Road', Postcode: 'M33 9QY' });
  expect(counts(take(shop, '2026-06-30', [moved]))).toMatchObject({ changed: 1 });
  expect(getProvider(shop.db, id)).toMatchObject({
    address: { lines: ['8 New Road'], postcode: 'M33 9QY' },
    point: null,
  });
});

describe("the council's own opt-out beats any consent, whatever is imported after it", () => {
  const cases: readonly (readonly [DisclosurePart, object | null])[] = [
    ['name', { ...isShown, name: null }],
    ['address', { ...isShown, address: null, point: null }],
    ['contact', { ...isShown, contacts: [] }],
    ['all', null],
  ];
  test.each(cases)('%s', (part, seen) => {
    const shop = open();
    take(shop, '2026-03-31', [home()]);
    const ctx = { ...shop.ctx, actor: { kind: 'system' } } as const;
    const result = changeDisclosure(ctx, { id, parts: [part], hide: true });
    expect(result).toMatchObject({ ok: true, value: { [part]: true } });
    take(shop, '2026-06-30', [home()]);
    imported(shop, shop.write('2026-07-31.csv', ofstedCsv([nurseryRow(), childminderRow()])));
    const found = getProvider(shop.db, id);
    if (seen === null) expect(found).toBeNull();
    else expect(found).toMatchObject(seen);
    changeDisclosure(ctx, { id, parts: [part], hide: false });
    expect(getProvider(shop.db, id)).toMatchObject(isShown);
  });
});

test('rows that cannot be taken are refused with a reason, and what was known of them stays', () => {
  const shop = open();
  take(shop, '2026-03-31', [home(), another]);
  shop.db
    .update(serviceAtLocation)
    .set({ withheld: true })
    .where(eq(serviceAtLocation.id, 'ey200002'))
    .run();
  const rows = [
    home({ Postcode: 'somewhere' }),
    another,
    home({ 'Provider URN': 'EY100001' }),
    home({ 'Provider URN': 'EY999999' }),
    home({ 'Provider URN': 'none' }),
  ];
  const report = take(shop, '2026-06-30', rows);
  expect(report.refusedRows.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    '5: its postcode cannot be read',
    '6: Ofsted withholds it',
    '7: in the directory it is not a home',
    '8: it is not in the directory',
    '9: "none" is not a URN',
  ]);
  expect(counts(report)).toEqual({ added: 0, changed: 0, unchanged: 0, left: 0 });
  expect(getProvider(shop.db, id)).toMatchObject(isShown);
  expect(getProvider(shop.db, 'ey200002')).toBeNull();
});

test('a name that the council answers for stays; the consented address comes and goes beside it', () => {
  const shop = open();
  const own = { serviceAtLocationId: id, source: 'council', asAt: '2026-01-01' } as const;
  shop.db
    .insert(consentedHome)
    .values({ ...own, name: 'Own Name' })
    .run();
  shop.db
    .insert(fieldSource)
    .values({ ...own, fieldGroup: 'name' })
    .run();
  take(shop, '2026-03-31', [home()]);
  expect(getProvider(shop.db, id)).toMatchObject({ ...isShown, name: 'Own Name' });
  take(shop, '2026-06-30', [another]);
  expect(getProvider(shop.db, id)).toMatchObject({ ...isHidden, name: 'Own Name' });
  expect(
    shop.db.select().from(fieldSource).where(eq(fieldSource.fieldGroup, 'name')).all(),
  ).toContainEqual({
    ...own,
    fieldGroup: 'name',
    consent: null,
  });
});

test('with an authority, others are passed over; who is not in the file has withdrawn all the same', () => {
  const shop = open();
  take(shop, '2026-03-31', [home(), another]);
  const leeds = home({ 'Provider URN': 'EY999999', 'Local Authority': 'Leeds' });
  const file = shop.write('2026-06-30.csv', consentsCsv([home(), leeds]));
  const report = done(importConsents(shop.ctx, file, { authority: 'trafford' }));
  expect(report).toMatchObject({ unchanged: 1, left: 1, refusedRows: [] });
});

test('a spreadsheet of consents is taken too', async () => {
  const shop = open();
  const row = header.map((name) => new Map(Object.entries(home())).get(name) ?? '');
  const rows = [['Consented addresses'], ['As at 31 March 2026'], [''], header, row];
  const csv = await asCsvFile(
    shop.write('a.ods', await writeOds({ sheets: [{ name: 'A', rows }] })),
    consentKeyColumns,
  );
  if (!csv.ok) throw new Error(csv.refusal.code);
  expect(done(importConsents(shop.ctx, csv.value.file))).toMatchObject({
    ...{ added: 1, asAt: '2026-03-31' },
  });
  csv.value.dispose();
  expect(getProvider(shop.db, id)).toMatchObject(isShown);
});

describe('a file that is not one of consents is refused by name, and nothing is written', () => {
  test.each([
    ['management information', ofstedCsv([nurseryRow()]), { code: 'other-kind', use: 'ofsted' }],
    [
      'one without addresses',
      csvOf(['Provider URN', 'Provider name'], [home()]),
      { code: 'missing-columns', columns: ['Provider address line 1', 'Postcode'] },
    ],
    ['a header only', csvOf(header, []), { code: 'no-rows' }],
    ['something else', 'a,b\n1,2', { code: 'unknown-layout', lookedFor: 'Provider URN' }],
  ])('%s', (_, content, refusal) => {
    const shop = open();
    take(shop, '2026-03-31', [home()]);
    const before = everything(shop);
    const outcome = importConsents(shop.ctx, shop.write('b.csv', content));
    expect(outcome).toMatchObject({ ok: false, refusal });
    if (!outcome.ok) expect(describeRefusal(outcome.refusal)).not.toBe('');
    expect(everything(shop)).toEqual(before);
  });
});
