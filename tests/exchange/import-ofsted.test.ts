import { eq } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  importReport,
  inclusionAnswer,
  provider,
  providerFieldSource,
} from '#db/schema/directory.ts';
import { directoryVersionOf, getProvider } from '#directory/provider-store.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import {
  childminderRow,
  counts,
  imported,
  nurseryRow,
  ofstedCsv,
  trafford,
  workshop,
} from './support.ts';

test('a provider that is gone is marked left and not shown, and returns when it comes back', () => {
  const shop = workshop();
  const both = shop.write('2021-08-31.csv', ofstedCsv([nurseryRow(), childminderRow()]));
  const one = shop.write('2021-09-30.csv', ofstedCsv([childminderRow()]));
  imported(shop, both);
  const version = directoryVersionOf(shop.db);

  expect(counts(imported(shop, one))).toEqual({ added: 0, changed: 0, unchanged: 1, left: 1 });
  expect(getProvider(shop.db, 'ey100001')).toBeNull();
  const row = shop.db.select().from(provider).where(eq(provider.id, 'ey100001')).get();
  expect(row).toMatchObject({ leftOn: '2021-09-30', name: 'Test Nursery' });
  expect(directoryVersionOf(shop.db)).toBeGreaterThan(version);

  expect(counts(imported(shop, both))).toEqual({ added: 0, changed: 1, unchanged: 1, left: 0 });
  expect(getProvider(shop.db, 'ey100001')?.name).toBe('Test Nursery');
});

test('a change in the file is a change in the directory, inspections too', () => {
  const shop = workshop();
  imported(shop, shop.write('a.csv', ofstedCsv([nurseryRow()])));
  const inspected = nurseryRow({
    'Provider name': 'New Name',
    'Most recent full: Inspection number': '10000001',
    'Most recent full: Inspection date': '31/08/2021',
    'Most recent full: Overall effectiveness': '1',
  });
  expect(counts(imported(shop, shop.write('b.csv', ofstedCsv([inspected]))))).toMatchObject({
    changed: 1,
  });
  expect(getProvider(shop.db, 'ey100001')).toMatchObject({
    name: 'New Name',
    inspections: [{ overallGrade: 1, inspectedOn: '2021-08-31' }],
  });
});

test('a home keeps no more than its outward postcode, even when the file has it all', () => {
  const shop = workshop();
  importPostcodes(
    shop.ctx,
    shop.write(
      'p.csv',
      'postcode,ward_code,ward_name,lsoa_code,la_code,la_name,lon,lat\nM33 3SY,,,,,,-2.3,53.4\nM33 3SZ,,,,,,-2.4,53.5',
    ),
  );
  // A postcode of the file that no table has, so that every byte of it could only come from here.
  const secret = {
    'Provider name': 'Zebedee Quorn',
    'Provider address line 1': '7 Hidden Close',
    'Provider address line 2': 'Secretville',
    'Provider address line 3': 'Whispershire',
    'Provider town': 'Muffledham',
    Postcode: 'M33 9QX',
    'Telephone Number': '0161 496 0777',
  };
  const types = ['Childminder', 'Home childcarer', 'Childcare on domestic premises'];
  const rows = types.map((type, index) =>
    childminderRow({ ...secret, 'Provider type': type, 'Provider URN': `EY30000${index}` }),
  );
  expect(counts(imported(shop, shop.write('homes.csv', ofstedCsv(rows))))).toMatchObject({
    added: 3,
  });
  for (const id of ['ey300000', 'ey300001', 'ey300002']) {
    expect(getProvider(shop.db, id)).toMatchObject({
      name: null,
      address: null,
      phone: null,
      outwardPostcode: 'M33',
      point: { latitude: 53.45, longitude: -2.35, precision: 'outcode' },
      ward: null,
    });
  }
  const bytes = [shop.databaseFile, `${shop.databaseFile}-wal`]
    .map((file) => readFileSync(file, 'latin1'))
    .join('');
  expect(bytes).toContain('EY300000');
  for (const text of [...Object.values(secret), 'M339QX', '9QX']) expect(bytes).not.toContain(text);
});

test('the database itself refuses a home with a full postcode', () => {
  const { db, ctx, write } = workshop();
  importOfsted(ctx, write('a.csv', ofstedCsv([childminderRow()])), trafford);
  expect(() => db.update(provider).set({ postcode: 'M33 3SY' }).run()).toThrow(
    /provider_home_address_is_not_kept/,
  );
});

test('a public place that Ofsted hides is withheld: it may be a refuge', () => {
  const shop = workshop();
  imported(shop, shop.write('a.csv', ofstedCsv([nurseryRow()])));
  const hidden = nurseryRow({ 'Provider name': 'REDACTED', Postcode: 'REDACTED' });
  imported(shop, shop.write('b.csv', ofstedCsv([hidden])));
  expect(getProvider(shop.db, 'ey100001')).toBeNull();
  const row = shop.db.select().from(provider).get();
  expect(row).toMatchObject({
    withheld: true,
    name: null,
    addressLine1: null,
    latitude: null,
    phone: null,
  });
});

test('what the council or the provider answers for is never overwritten', () => {
  const shop = workshop();
  imported(shop, shop.write('a.csv', ofstedCsv([nurseryRow()])));
  const id = 'ey100001';
  shop.db
    .update(provider)
    .set({ name: 'Own Name', website: 'https://own.example', optedOut: true })
    .run();
  shop.db
    .insert(providerFieldSource)
    .values({ providerId: id, fieldGroup: 'name', source: 'council', asAt: '2021-10-01' })
    .run();
  shop.db
    .insert(inclusionAnswer)
    .values({
      providerId: id,
      attribute: 'hoist',
      answer: 'yes',
      confirmedOn: '2021-10-01',
      source: 'provider',
    })
    .run();
  const file = shop.write(
    'b.csv',
    ofstedCsv([
      nurseryRow({ 'Provider name': 'Ofsted Name', 'Telephone Number': '0161 496 0002' }),
    ]),
  );
  expect(counts(imported(shop, file))).toMatchObject({ changed: 1 });
  expect(shop.db.select().from(provider).get()).toMatchObject({
    name: 'Own Name',
    website: 'https://own.example',
    optedOut: true,
    phone: '0161 496 0002',
  });
  expect(shop.db.select().from(inclusionAnswer).all()).toHaveLength(1);
  expect(getProvider(shop.db, id)).toBeNull();
});

test('rows that cannot be read are refused with a reason, and their providers have not left', () => {
  const shop = workshop();
  imported(shop, shop.write('a.csv', ofstedCsv([nurseryRow(), childminderRow()])));
  const rows = [
    nurseryRow({ 'Registration date': '31/02/2020' }),
    childminderRow({ 'Provider status': 'Resigned' }),
    nurseryRow({ 'Provider URN': '3.18E+05' }),
    nurseryRow({ 'Provider URN': 'EY100003', 'Provider type': 'Childcare on the moon' }),
    nurseryRow({ 'Provider URN': 'EY100004', 'Most recent full: Overall effectiveness': 'Good' }),
    nurseryRow({ 'Provider URN': 'EY100005' }),
    nurseryRow({ 'Provider URN': 'EY100005' }),
  ];
  const report = imported(shop, shop.write('b.csv', ofstedCsv(rows)));
  expect(counts(report)).toEqual({ added: 1, changed: 0, unchanged: 0, left: 1 });
  expect(
    report.refusedRows.map(({ line, subject, reason }) => `${line} ${subject}: ${reason}`),
  ).toEqual([
    '2 EY100001: "31/02/2020" cannot be read (registeredOn)',
    '3 EY200001: its status is "Resigned"',
    '4 3.18E+05: "3.18E+05" is not a URN',
    '5 EY100003: the provider type "Childcare on the moon" is not known',
    '6 EY100004: "Good" cannot be read (fullGrade)',
    '8 EY100005: this URN is in the file more than once',
  ]);
  expect(getProvider(shop.db, 'ey100001')).not.toBeNull();
  expect(getProvider(shop.db, 'ey200001')).toBeNull();
  expect(shop.db.select().from(importReport).all().at(-1)).toMatchObject({
    refused: 6,
    refusedRows: report.refusedRows,
  });
});

test('a failure half way leaves the directory as it was', () => {
  const shop = workshop();
  imported(shop, shop.write('a.csv', ofstedCsv([nurseryRow()])));
  const before = JSON.stringify(shop.db.select().from(provider).all());
  const ids = {
    ...shop.ctx.ids,
    id: () => {
      throw new Error('power cut');
    },
  };
  const file = shop.write('b.csv', ofstedCsv([childminderRow()]));
  expect(() => importOfsted({ ...shop.ctx, ids }, file, trafford)).toThrow('power cut');
  expect(JSON.stringify(shop.db.select().from(provider).all())).toBe(before);
});
