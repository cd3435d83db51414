import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import {
  fieldSource,
  location,
  organisation,
  service,
  serviceAtLocation,
} from '#db/schema/directory.ts';
import { contact, inclusionAnswer } from '#db/schema/directory-offer.ts';
import { importReport } from '#db/schema/exchange.ts';
import { directoryVersionOf, getProvider } from '#directory/provider-store.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import {
  bytesOf,
  childminderRow,
  counts,
  directoryRows,
  done,
  imported,
  nurseryRow,
  ofstedCsv,
  trafford,
  workshop,
  type Workshop,
} from './support.ts';

const id = 'ey100001';
const other = nurseryRow({ 'Provider URN': 'EY100002' });

/** Takes these rows as a file that speaks for that day. */
const take = (shop: Workshop, day: string, rows: Parameters<typeof ofstedCsv>[0]) =>
  imported(shop, shop.write(`${day}.csv`, ofstedCsv(rows)));

test('a provider that is gone is marked left and not shown, and returns when it comes back', () => {
  const shop = workshop();
  take(shop, '2021-08-31', [nurseryRow(), other]);
  const version = directoryVersionOf(shop.db);

  expect(counts(take(shop, '2021-09-30', [other]))).toEqual({
    ...{ added: 0, changed: 0, unchanged: 1, left: 1 },
  });
  expect(getProvider(shop.db, id)).toBeNull();
  const row = shop.db.select().from(serviceAtLocation).where(eq(serviceAtLocation.id, id)).get();
  expect(row).toMatchObject({ leftOn: '2021-09-30' });
  expect(shop.db.select().from(service).where(eq(service.id, id)).get()?.name).toBe('Test Nursery');
  expect(directoryVersionOf(shop.db)).toBeGreaterThan(version);

  expect(counts(take(shop, '2021-10-31', [nurseryRow(), other]))).toEqual({
    ...{ added: 0, changed: 1, unchanged: 1, left: 0 },
  });
  expect(getProvider(shop.db, id)).toMatchObject({ name: 'Test Nursery', asAt: '2021-10-31' });
});

test('a file of one type of provider says nothing of the others', () => {
  const shop = workshop();
  take(shop, '2021-08-31', [nurseryRow(), childminderRow()]);
  const more = childminderRow({ 'Provider URN': 'EY200002' });
  expect(counts(take(shop, '2021-09-30', [more]))).toEqual({
    ...{ added: 1, changed: 0, unchanged: 0, left: 1 },
  });
  expect(getProvider(shop.db, id)).not.toBeNull();
  expect(getProvider(shop.db, 'ey200001')).toBeNull();
});

test('a change in the file is a change in the directory, inspections too', () => {
  const shop = workshop();
  take(shop, '2021-08-31', [nurseryRow()]);
  const inspected = nurseryRow({
    'Provider name': 'New Name',
    'Provider subtype': 'Sessional day care',
    'Most recent full: Inspection number': '10000001',
    'Most recent full: Inspection date': '31/08/2021',
    'Most recent full: Overall effectiveness': '1',
  });
  expect(counts(take(shop, '2021-09-30', [inspected]))).toMatchObject({ changed: 1 });
  expect(getProvider(shop.db, id)).toMatchObject({
    name: 'New Name',
    kind: 'preschool',
    inspections: [{ overallGrade: 1, inspectedOn: '2021-08-31' }],
  });
});

test('inspections older than those a file lists stay; what it no longer lists goes', () => {
  const shop = workshop();
  const inspected = (recent: string, second = '', third = '') =>
    nurseryRow({
      ...{
        'Most recent full: Inspection date': recent,
        'Most recent full: Overall effectiveness': '2',
      },
      ...{ 'Second most recent full: Inspection date': second },
      ...{ 'Third most recent full: Inspection date': third },
    });
  const days = () => getProvider(shop.db, id)?.inspections.map(({ inspectedOn }) => inspectedOn);
  take(shop, '2021-08-31', [inspected('01/02/2021', '01/02/2016', '01/02/2011')]);
  take(shop, '2022-08-31', [inspected('01/02/2022', '01/02/2021')]);
  expect(days()).toEqual(['2022-02-01', '2021-02-01', '2016-02-01', '2011-02-01']);
  take(shop, '2022-09-30', [inspected('01/02/2021', '01/02/2016')]);
  expect(days()).toEqual(['2021-02-01', '2016-02-01', '2011-02-01']);
});

test('a registered person is a body or a person, and goes with the last registration', () => {
  const shop = workshop();
  const of = (urn: string, personUrn: string, name: string) =>
    nurseryRow({
      ...{ 'Provider URN': urn, 'Registered person URN': personUrn },
      Registered_Person_Name: name,
    });
  const person = of('EY100003', '2500003', 'Jane Ann Smith');
  const rows = [of('EY100001', 'RP1', 'Acorn Ltd'), of('EY100002', 'RP1', 'Acorn Ltd'), person];
  take(shop, '2021-08-31', rows);
  expect(shop.db.select().from(organisation).orderBy(organisation.id).all()).toMatchObject([
    { id: 'rp1', name: 'Acorn Ltd', reference: 'RP1', isPerson: false },
    { id: 'rp2500003', name: 'Jane Ann Smith', reference: '2500003', isPerson: true },
  ]);
  expect(getProvider(shop.db, 'ey100002')?.organisation).toMatchObject({ name: 'Acorn Ltd' });
  const hidden = of('EY100003', '', 'REDACTED');
  take(shop, '2021-09-30', [...rows.slice(0, 2), hidden]);
  expect(getProvider(shop.db, 'ey100003')?.organisation).toBeNull();
  expect(shop.db.select().from(organisation).all()).toHaveLength(1);
});

const postcodes =
  'postcode,ward_code,ward_name,lsoa_code,la_code,la_name,lon,lat\nM33 3SY,E1,Sale,,,,-2.3,53.4\nM33 3SZ,E1,Sale,,,,-2.4,53.5\nM33 9QX,E1,Sale,,,,-2.31357,53.42468';
// A postcode that the table may lack, so that every byte of it could only come from the file.
const secret = {
  'Provider name': 'Zebedee Quorn',
  'Provider address line 1': '7 Hidden Close',
  'Provider address line 2': 'Secretville',
  'Provider address line 3': 'Whispershire',
  'Provider town': 'Muffledham',
  Postcode: 'M33 9QX',
  'Telephone Number': '0161 496 0777',
  Registered_Person_Name: 'Zebedee Quorn Childcare Ltd',
  'Registered person URN': 'RP777777',
};
const homeTypes = ['Childminder', 'Home childcarer', 'Childcare on domestic premises'];
const homes = [...homeTypes, 'Childminder without domestic premises'].map((type, index) =>
  childminderRow({ ...secret, 'Provider type': type, 'Provider URN': `EY30000${index}` }),
);

test('a home keeps no more than its outward postcode, even when the file has it all', () => {
  const shop = workshop();
  done(
    importPostcodes(shop.ctx, shop.write('p.csv', postcodes.split('\n').slice(0, 3).join('\n'))),
  );
  expect(counts(take(shop, '2021-08-31', homes))).toMatchObject({ added: 4 });
  for (const home of ['ey300000', 'ey300001', 'ey300002', 'ey300003']) {
    expect(getProvider(shop.db, home)).toMatchObject({
      ...{ name: null, address: null, contacts: [], organisation: null, ward: null },
      outwardPostcode: 'M33',
      point: { latitude: 53.45, longitude: -2.35, precision: 'area' },
    });
  }
  const bytes = bytesOf(shop);
  expect(bytes).toContain('EY300000');
  for (const text of [...Object.values(secret), 'M339QX', '9QX']) expect(bytes).not.toContain(text);
});

test("a home's point is that of its postcode rounded to about 1 km, and the postcode is dropped", () => {
  const shop = workshop();
  done(importPostcodes(shop.ctx, shop.write('p.csv', postcodes)));
  take(shop, '2021-08-31', homes);
  const point = { latitude: 53.42, longitude: -2.31, precision: 'area' };
  expect(getProvider(shop.db, 'ey300000')?.point).toEqual(point);
  // Nor does it move to the middle of its district when the table of postcodes comes again.
  done(
    importPostcodes(shop.ctx, shop.write('p.csv', `${postcodes}\nM33 3ZZ,E1,Sale,,,,-2.9,53.9`)),
  );
  expect(getProvider(shop.db, 'ey300000')?.point).toEqual(point);
  expect(shop.db.select({ postcode: location.postcode }).from(location).all()).toEqual(
    homes.map(() => ({ postcode: null })),
  );
});

test('the database itself refuses a home with a full postcode', () => {
  const { db, ctx, write } = workshop();
  done(importOfsted(ctx, write('a.csv', ofstedCsv([childminderRow()])), trafford));
  expect(() => db.update(location).set({ postcode: 'M33 3SY' }).run()).toThrow(
    /location_home_address_is_not_kept/,
  );
});

test('a public place that becomes a home loses its name, its address and its point', () => {
  const shop = workshop();
  done(importPostcodes(shop.ctx, shop.write('p.csv', postcodes)));
  take(shop, '2021-08-31', [nurseryRow({ Postcode: 'M33 3SY' })]);
  expect(getProvider(shop.db, id)?.point?.precision).toBe('postcode');
  take(shop, '2021-09-30', [childminderRow({ 'Provider URN': 'EY100001' })]);
  expect(getProvider(shop.db, id)).toMatchObject({
    ...{ kind: 'childminder', premises: 'domestic', name: null, address: null, organisation: null },
  });
  expect(shop.db.select().from(location).get()).toMatchObject({
    ...{ addressLine1: null, town: null, postcode: null },
  });
});

test.each([
  ['name', { 'Provider name': 'REDACTED' }],
  ['street', { 'Provider address line 1': 'Redacted' }],
  ['postcode', { Postcode: 'RETN' }],
])('a public place whose %s Ofsted hides is withheld: it may be a refuge', (_, hidden) => {
  const shop = workshop();
  take(shop, '2021-08-31', [nurseryRow()]);
  take(shop, '2021-09-30', [nurseryRow(hidden)]);
  expect(getProvider(shop.db, id)).toBeNull();
  expect(shop.db.select().from(serviceAtLocation).get()).toMatchObject({ withheld: true });
  expect(shop.db.select().from(service).get()?.name).toBeNull();
  expect(shop.db.select().from(location).get()).toMatchObject({
    ...{ addressLine1: null, postcode: null, latitude: null },
  });
  expect(shop.db.select().from(contact).all()).toEqual([]);
  take(shop, '2021-10-31', [nurseryRow()]);
  expect(getProvider(shop.db, id)).toMatchObject({ name: 'Test Nursery', phone: '0161 496 0001' });
});

test('what the council or the provider answers for is never overwritten', () => {
  const shop = workshop();
  take(shop, '2021-08-31', [nurseryRow()]);
  shop.db.update(service).set({ name: 'Own Name', description: 'Our words' }).run();
  shop.db.update(serviceAtLocation).set({ optedOut: true, confirmedOn: '2021-09-01' }).run();
  shop.db.update(location).set({ addressLine1: '2 Own Road', directions: 'By bus' }).run();
  const own = { serviceAtLocationId: id, source: 'council', asAt: '2021-09-01' } as const;
  shop.db
    .insert(fieldSource)
    .values([
      { ...own, fieldGroup: 'name' },
      { ...own, fieldGroup: 'address' },
    ])
    .run();
  const email = {
    id: 'own',
    serviceAtLocationId: id,
    kind: 'email',
    value: 'a@b.example',
  } as const;
  shop.db.insert(contact).values(email).run();
  shop.db
    .insert(inclusionAnswer)
    .values({
      ...{ serviceAtLocationId: id, attribute: 'hoist', answer: 'yes' },
      ...{ confirmedOn: '2021-10-01', source: 'provider' },
    })
    .run();
  const news = nurseryRow({
    'Provider name': 'Ofsted Name',
    'Provider address line 1': '9 Ofsted Road',
    'Telephone Number': '0161 496 0002',
    Places: '30',
  });
  expect(counts(take(shop, '2021-10-31', [news]))).toMatchObject({ changed: 1 });
  expect(getProvider(shop.db, id)).toBeNull();
  shop.db.update(serviceAtLocation).set({ optedOut: false }).run();
  expect(getProvider(shop.db, id)).toMatchObject({
    ...{ name: 'Own Name', description: 'Our words', directions: 'By bus' },
    ...{ confirmedOn: '2021-09-01', email: 'a@b.example', phone: '0161 496 0002' },
    address: { lines: ['2 Own Road'], postcode: 'M33 2DH' },
    registration: { places: 30 },
  });
  expect(shop.db.select().from(inclusionAnswer).all()).toHaveLength(1);
});

test('telephone numbers that stand in one cell are told apart', () => {
  const shop = workshop();
  const phones = (cell: string) => {
    const report = take(shop, '2021-08-31', [nurseryRow({ 'Telephone Number': cell })]);
    expect(report.refusedRows).toEqual([]);
    return getProvider(shop.db, id)?.contacts.map(({ value }) => value);
  };
  expect(phones('01202 499000 or 07700 900123')).toEqual(['01202 499000', '07700 900123']);
  expect(phones('0161 4960001/0161 4960002')).toEqual(['0161 496 0001', '0161 496 0002']);
  expect(phones('01614960001 07700900123')).toEqual(['0161 496 0001', '07700 900123']);
  expect(phones('Mob: 07700 900123, Mob: 07700900123')).toEqual(['07700 900123']);
  expect(phones('none')).toEqual([]);
  expect(phones('1614960001')).toEqual(['0161 496 0001']);
});

test('rows that cannot be read are refused with a reason, and their providers have not left', () => {
  const shop = workshop();
  take(shop, '2021-08-31', [nurseryRow(), childminderRow()]);
  const rows = [
    nurseryRow({ 'Registration date': '31/02/2020' }),
    childminderRow({ 'Provider status': 'Resigned' }),
    nurseryRow({ 'Provider URN': '3.18E+05' }),
    nurseryRow({ 'Provider URN': 'EY100003', 'Provider type': 'Childcare on the moon' }),
    nurseryRow({ 'Provider URN': 'EY100004', 'Most recent full: Overall effectiveness': '5' }),
    nurseryRow({ 'Provider URN': 'EY100005' }),
    nurseryRow({ 'Provider URN': 'EY100005' }),
  ];
  const report = take(shop, '2021-09-30', rows);
  expect(counts(report)).toEqual({ added: 1, changed: 0, unchanged: 0, left: 1 });
  expect(
    report.refusedRows.map(({ line, subject, reason }) => `${line} ${subject}: ${reason}`),
  ).toEqual([
    '2 EY100001: "31/02/2020" cannot be read (registeredOn)',
    '3 EY200001: its status is "Resigned"',
    '4 3.18E+05: "3.18E+05" is not a URN',
    '5 EY100003: the provider type "Childcare on the moon" is not known',
    '6 EY100004: "5" cannot be read (fullGrade)',
    '8 EY100005: this URN is in the file more than once',
  ]);
  expect(getProvider(shop.db, id)).not.toBeNull();
  expect(getProvider(shop.db, 'ey200001')).toBeNull();
  expect(shop.db.select().from(importReport).all().at(-1)).toMatchObject({
    ...{ kind: 'ofsted', asAt: '2021-09-30', authority: 'Trafford', added: 1, left: 1 },
    ...{ refused: 6, refusedRows: report.refusedRows },
  });
});

test('a newer file that says the same moves the day, and counts nothing as changed', () => {
  const shop = workshop();
  take(shop, '2021-08-31', [nurseryRow(), childminderRow()]);
  const report = take(shop, '2021-09-30', [nurseryRow(), childminderRow()]);
  expect(counts(report)).toEqual({ added: 0, changed: 0, unchanged: 2, left: 0 });
  expect(getProvider(shop.db, id)?.asAt).toBe('2021-09-30');
  const before = directoryRows(shop);
  take(shop, '2021-09-30', [nurseryRow(), childminderRow()]);
  expect(directoryRows(shop)).toEqual(before);
});

test('a failure half way leaves the directory as it was', () => {
  const shop = workshop();
  take(shop, '2021-08-31', [nurseryRow()]);
  const before = directoryRows(shop);
  const ids = {
    ...shop.ctx.ids,
    id: () => {
      throw new Error('power cut');
    },
  };
  const file = shop.write('2021-09-30.csv', ofstedCsv([childminderRow()]));
  expect(() => importOfsted({ ...shop.ctx, ids }, file, trafford)).toThrow('power cut');
  expect(directoryRows(shop)).toEqual(before);
});
