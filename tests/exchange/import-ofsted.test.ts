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
import { directoryVersionOf } from '#directory/directory-version-store.ts';
import { getProvider } from '#directory/provider-store.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import {
  childminderRow,
  counts,
  directoryRows,
  nurseryRow,
  ofstedCsv,
  trafford,
  takeOfsted,
  workshop,
} from './support.ts';

const id = 'ey100001';
const other = nurseryRow({ 'Provider URN': 'EY100002' });

test('a provider that is gone is marked left and not shown, and returns when it comes back', () => {
  const shop = workshop();
  takeOfsted(shop, '2021-08-31', [nurseryRow(), other]);
  const version = directoryVersionOf(shop.db);

  expect(counts(takeOfsted(shop, '2021-09-30', [other]))).toEqual({
    ...{ added: 0, changed: 0, unchanged: 1, left: 1 },
  });
  expect(getProvider(shop.db, id)).toBeNull();
  const row = shop.db.select().from(serviceAtLocation).where(eq(serviceAtLocation.id, id)).get();
  expect(row).toMatchObject({ leftOn: '2021-09-30' });
  expect(shop.db.select().from(service).where(eq(service.id, id)).get()?.name).toBe('Test Nursery');
  expect(directoryVersionOf(shop.db)).toBeGreaterThan(version);

  expect(counts(takeOfsted(shop, '2021-10-31', [nurseryRow(), other]))).toEqual({
    ...{ added: 0, changed: 1, unchanged: 1, left: 0 },
  });
  expect(getProvider(shop.db, id)).toMatchObject({ name: 'Test Nursery', asAt: '2021-10-31' });
});

test('a file of one type of provider says nothing of the others', () => {
  const shop = workshop();
  takeOfsted(shop, '2021-08-31', [nurseryRow(), childminderRow()]);
  const more = childminderRow({ 'Provider URN': 'EY200002' });
  expect(counts(takeOfsted(shop, '2021-09-30', [more]))).toEqual({
    ...{ added: 1, changed: 0, unchanged: 0, left: 1 },
  });
  expect(getProvider(shop.db, id)).not.toBeNull();
  expect(getProvider(shop.db, 'ey200001')).toBeNull();
});

test('a change in the file is a change in the directory, inspections too', () => {
  const shop = workshop();
  takeOfsted(shop, '2021-08-31', [nurseryRow()]);
  const inspected = nurseryRow({
    'Provider name': 'New Name',
    'Provider subtype': 'Sessional day care',
    'Most recent full: Inspection number': '10000001',
    'Most recent full: Inspection date': '31/08/2021',
    'Most recent full: Overall effectiveness': '1',
  });
  expect(counts(takeOfsted(shop, '2021-09-30', [inspected]))).toMatchObject({ changed: 1 });
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
  takeOfsted(shop, '2021-08-31', [inspected('01/02/2021', '01/02/2016', '01/02/2011')]);
  takeOfsted(shop, '2022-08-31', [inspected('01/02/2022', '01/02/2021')]);
  expect(days()).toEqual(['2022-02-01', '2021-02-01', '2016-02-01', '2011-02-01']);
  takeOfsted(shop, '2022-09-30', [inspected('01/02/2021', '01/02/2016')]);
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
  takeOfsted(shop, '2021-08-31', rows);
  expect(shop.db.select().from(organisation).orderBy(organisation.id).all()).toMatchObject([
    { id: 'rp1', name: 'Acorn Ltd', reference: 'RP1', isPerson: false },
    { id: 'rp2500003', name: 'Jane Ann Smith', reference: '2500003', isPerson: true },
  ]);
  expect(getProvider(shop.db, 'ey100002')?.organisation).toMatchObject({ name: 'Acorn Ltd' });
  const hidden = of('EY100003', '', 'REDACTED');
  takeOfsted(shop, '2021-09-30', [...rows.slice(0, 2), hidden]);
  expect(getProvider(shop.db, 'ey100003')?.organisation).toBeNull();
  expect(shop.db.select().from(organisation).all()).toHaveLength(1);
});

test('what the council or the provider answers for is never overwritten', () => {
  const shop = workshop();
  takeOfsted(shop, '2021-08-31', [nurseryRow()]);
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
  expect(counts(takeOfsted(shop, '2021-10-31', [news]))).toMatchObject({ changed: 1 });
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
    const report = takeOfsted(shop, '2021-08-31', [nurseryRow({ 'Telephone Number': cell })]);
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
  takeOfsted(shop, '2021-08-31', [nurseryRow(), childminderRow()]);
  const rows = [
    nurseryRow({ 'Registration date': '31/02/2020' }),
    childminderRow({ 'Provider status': 'Resigned' }),
    nurseryRow({ 'Provider URN': '3.18E+05' }),
    nurseryRow({ 'Provider URN': 'EY100003', 'Provider type': 'Childcare on the moon' }),
    nurseryRow({ 'Provider URN': 'EY100004', 'Most recent full: Overall effectiveness': '5' }),
    nurseryRow({ 'Provider URN': 'EY100005' }),
    nurseryRow({ 'Provider URN': 'EY100005' }),
  ];
  const report = takeOfsted(shop, '2021-09-30', rows);
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
  takeOfsted(shop, '2021-08-31', [nurseryRow(), childminderRow()]);
  const report = takeOfsted(shop, '2021-09-30', [nurseryRow(), childminderRow()]);
  expect(counts(report)).toEqual({ added: 0, changed: 0, unchanged: 2, left: 0 });
  expect(getProvider(shop.db, id)?.asAt).toBe('2021-09-30');
  const before = directoryRows(shop);
  takeOfsted(shop, '2021-09-30', [nurseryRow(), childminderRow()]);
  expect(directoryRows(shop)).toEqual(before);
});

test('a failure half way leaves the directory as it was', () => {
  const shop = workshop();
  takeOfsted(shop, '2021-08-31', [nurseryRow()]);
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
