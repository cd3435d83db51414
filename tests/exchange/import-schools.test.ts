import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { fieldSource, service, serviceAtLocation } from '#db/schema/directory.ts';
import { school } from '#db/schema/geography.ts';
import { directoryVersionOf } from '#directory/directory-version-store.ts';
import { getProvider } from '#directory/provider-store.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { importSchools, type SchoolOptions } from '#exchange/import-schools.ts';
import { counts, samplePostcodes, workshop, type Workshop } from './support.ts';

/** The header of the national file as it is, names of head teachers and all. */
const header = [
  ...['URN', 'LA (code)', 'LA (name)', 'EstablishmentNumber', 'EstablishmentName'],
  ...['TypeOfEstablishment (code)', 'TypeOfEstablishment (name)', 'EstablishmentStatus (name)'],
  ...['PhaseOfEducation (name)', 'StatutoryLowAge', 'StatutoryHighAge', 'NurseryProvision (name)'],
  ...['Street', 'Locality', 'Address3', 'Town', 'County (name)', 'Postcode', 'SchoolWebsite'],
  ...['TelephoneNum', 'HeadTitle (name)', 'HeadFirstName', 'HeadLastName'],
  ...['TypeOfResourcedProvision (name)', 'Easting', 'Northing'],
];
type Row = Readonly<Record<string, string>>;

const schoolRow = (more: Row = {}): Row => ({
  URN: '106283',
  'LA (name)': 'Trafford',
  EstablishmentName: 'Canal Primary School',
  'TypeOfEstablishment (name)': 'Community school',
  'EstablishmentStatus (name)': 'Open',
  'PhaseOfEducation (name)': 'Primary',
  StatutoryLowAge: '3',
  StatutoryHighAge: '11',
  'NurseryProvision (name)': 'Has Nursery Classes',
  Street: 'Hawarden Road',
  Town: 'ALTRINCHAM',
  Postcode: 'WA14 1NG',
  SchoolWebsite: 'www.canalprimary.example',
  TelephoneNum: '01614960123',
  'HeadTitle (name)': 'Mrs',
  HeadFirstName: 'Headfirst',
  HeadLastName: 'Headlast',
  ...more,
});
const centreRow = (more: Row = {}): Row => ({
  URN: '22329',
  'LA (name)': 'Trafford',
  EstablishmentName: 'Harbour Children’s Centre',
  'TypeOfEstablishment (name)': "Children's Centre",
  'EstablishmentStatus (name)': 'Open',
  Street: 'Central Road',
  Town: 'Manchester',
  Postcode: 'M31 4FL',
  ...more,
});

const csv = (rows: readonly Row[], columns: readonly string[] = header): string =>
  [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n');

function take(shop: Workshop, rows: readonly Row[], options: SchoolOptions = {}) {
  const file = shop.write('edubasealldata20231114.csv', csv(rows));
  const outcome = importSchools(shop.ctx, file, { asAt: '2023-11-14', ...options });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

const current = ({ db }: Workshop) =>
  db
    .select()
    .from(serviceAtLocation)
    .all()
    .filter(({ leftOn }) => leftOn === null)
    .map(({ id }) => id)
    .sort();

describe('what becomes of an establishment', () => {
  test('a school with nursery classes is two services in one place, each for its own ages', () => {
    const shop = workshop();
    importPostcodes(shop.ctx, samplePostcodes);
    expect(counts(take(shop, [schoolRow()]))).toEqual({
      ...{ added: 2, changed: 0, unchanged: 0, left: 0 },
    });
    const [found, nursery] = ['school-106283', 'school-106283-nursery'].map((id) =>
      getProvider(shop.db, id),
    );
    expect(found).toMatchObject({
      ...{ kind: 'school', name: 'Canal Primary School', ages: { from: 48, to: 143 } },
      address: { lines: ['Hawarden Road'], town: 'Altrincham', postcode: 'WA14 1NG' },
      point: { precision: 'postcode' },
      ...{ phone: '0161 496 0123', website: 'https://www.canalprimary.example/' },
      ...{ source: 'gias', asAt: '2023-11-14', authority: 'Trafford', registration: null },
    });
    expect(nursery).toMatchObject({
      ...{ kind: 'school-nursery', name: 'Canal Primary School nursery' },
      ...{ ages: { from: 36, to: 59 }, locationId: found?.locationId },
      organisation: { name: 'Canal Primary School' },
    });
    expect(shop.db.select().from(school).all()).toEqual([
      {
        ...{ urn: '106283', name: 'Canal Primary School', key: 'canal primary school' },
        ...{ postcode: 'WA14 1NG', authority: 'Trafford', agesFromYears: 3, agesToYears: 11 },
      },
    ]);
  });

  test.each([
    ['none', { 'NurseryProvision (name)': 'No Nursery Classes' }, ['school-106283']],
    [
      'not recorded, but it takes three-year-olds',
      { 'NurseryProvision (name)': 'Not recorded' },
      ['school-106283', 'school-106283-nursery'],
    ],
    [
      'not recorded, and it begins with reception',
      { 'NurseryProvision (name)': '', StatutoryLowAge: '4' },
      ['school-106283'],
    ],
    [
      'a nursery school',
      { 'PhaseOfEducation (name)': 'Nursery', StatutoryLowAge: '2', StatutoryHighAge: '5' },
      ['school-106283-nursery'],
    ],
  ])('nursery classes: %s', (_, more, ids) => {
    const shop = workshop();
    take(shop, [schoolRow(more)]);
    expect(current(shop)).toEqual(ids);
  });

  test('a special school and one with places kept say so', () => {
    const shop = workshop();
    take(shop, [
      schoolRow({ 'TypeOfEstablishment (name)': 'Community special school' }),
      schoolRow({ URN: '106284', 'TypeOfResourcedProvision (name)': 'SEN unit' }),
      schoolRow({ URN: '106285' }),
    ]);
    const said = ['106283', '106284', '106285'].map(
      (urn) => getProvider(shop.db, `school-${urn}`)?.audiences,
    );
    expect(said).toEqual([['disabled-children'], ['disabled-children'], []]);
  });

  test('a children’s centre is one, from a file without ages or phases', () => {
    const shop = workshop();
    const columns = header.filter((name) => !/Age$|Nursery|Phase|Head/.test(name));
    const file = shop.write('edubaseallchildrencentre20231114.csv', csv([centreRow()], columns));
    expect(importSchools(shop.ctx, file)).toMatchObject({
      ...{ ok: true, value: { added: 1, asAt: '2023-11-14' } },
    });
    expect(getProvider(shop.db, 'centre-22329')).toMatchObject({
      ...{ kind: 'childrens-centre', name: 'Harbour Children’s Centre' },
    });
    expect(shop.db.select().from(school).all()).toEqual([]);
  });

  test('colleges and shut schools are counted apart', () => {
    const report = take(workshop(), [
      schoolRow(),
      schoolRow({ URN: '106300', 'EstablishmentStatus (name)': 'Closed' }),
      schoolRow({ URN: '106301', 'EstablishmentStatus (name)': 'Proposed to open' }),
      schoolRow({ URN: '130515', 'TypeOfEstablishment (name)': 'Further education' }),
      schoolRow({ URN: '130516', StatutoryLowAge: '16', StatutoryHighAge: '19' }),
    ]);
    expect(report).toMatchObject({
      ...{ added: 2, refusedRows: [] },
      leftOut: { 'closed or not open yet': 2, 'not for children': 2 },
    });
  });
});

test('the name of a head teacher is nowhere in the database', () => {
  const shop = workshop();
  take(shop, [schoolRow()]);
  const bytes = shop.db.$client.serialize().toString('latin1');
  expect(bytes).toContain('Canal Primary School');
  expect(bytes).not.toMatch(/headfirst|headlast/i);
});

test('the same file again changes nothing', () => {
  const shop = workshop();
  const rows = [schoolRow(), centreRow()];
  take(shop, rows);
  const version = directoryVersionOf(shop.db);
  expect(counts(take(shop, rows))).toEqual({ added: 0, changed: 0, unchanged: 3, left: 0 });
  expect(directoryVersionOf(shop.db)).toBe(version);
});

test('a school that shuts or is gone has left, and may come back; an unreadable row has not left', () => {
  const shop = workshop();
  take(shop, [schoolRow(), schoolRow({ URN: '106284' }), schoolRow({ URN: '106285' })]);
  const shut = schoolRow({ 'EstablishmentStatus (name)': 'Closed' });
  const report = take(shop, [shut, schoolRow({ URN: '106285', StatutoryLowAge: 'three' })]);
  expect(report).toMatchObject({
    ...{
      left: 4,
      refusedRows: [{ line: 3, subject: '106285', reason: 'its ages cannot be read' }],
    },
  });
  expect(current(shop)).toEqual(['school-106285', 'school-106285-nursery']);
  expect(take(shop, [schoolRow(), schoolRow({ URN: '106285' })])).toMatchObject({ changed: 2 });
  expect(current(shop)).toContain('school-106283');
});

test('a file of children’s centres does not speak of schools, nor one authority of another', () => {
  const shop = workshop();
  take(shop, [schoolRow(), schoolRow({ URN: '105000', 'LA (name)': 'Salford' })]);
  expect(take(shop, [centreRow()])).toMatchObject({ added: 1, left: 0 });
  expect(take(shop, [schoolRow()], { authority: 'trafford' })).toMatchObject({ left: 0 });
  expect(current(shop)).toHaveLength(5);
  expect(shop.db.select().from(school).all()).toHaveLength(2);
});

test('what the council answers for is not overwritten', () => {
  const shop = workshop();
  take(shop, [schoolRow()]);
  const id = 'school-106283';
  shop.db.update(service).set({ name: 'Canal School' }).where(eq(service.id, id)).run();
  shop.db
    .insert(fieldSource)
    .values({
      ...{ serviceAtLocationId: id, fieldGroup: 'name', source: 'council', asAt: '2026-01-01' },
    })
    .run();
  take(shop, [schoolRow({ EstablishmentName: 'Canal Academy', TelephoneNum: '01614960999' })]);
  expect(getProvider(shop.db, id)).toMatchObject({ name: 'Canal School', phone: '0161 496 0999' });
  expect(getProvider(shop.db, `${id}-nursery`)?.name).toBe('Canal Academy nursery');
});

test('a moved school is put where its new postcode is, or nowhere while that is not known', () => {
  const shop = workshop();
  importPostcodes(shop.ctx, samplePostcodes);
  take(shop, [schoolRow()]);
  const before = getProvider(shop.db, 'school-106283')?.point;
  take(shop, [schoolRow({ Postcode: 'M33 2DH' })]);
  const after = getProvider(shop.db, 'school-106283')?.point;
  expect(after?.precision).toBe('postcode');
  expect(after).not.toEqual(before);
  take(shop, [schoolRow({ Postcode: 'ZE1 0AA' })]);
  expect(getProvider(shop.db, 'school-106283')?.point).toBeNull();
});

test('a file in Windows letters is read', () => {
  const shop = workshop();
  const file = shop.write(
    'a.csv',
    Buffer.from(csv([schoolRow({ EstablishmentName: 'Café School' })]), 'latin1'),
  );
  expect(importSchools(shop.ctx, file)).toMatchObject({ ok: true });
  expect(getProvider(shop.db, 'school-106283')?.name).toBe('Café School');
});

test.each([
  ['another layout', 'a,b\n1,2', { code: 'unknown-layout' }],
  [
    'no status',
    csv(
      [schoolRow()],
      header.filter((name) => !name.includes('Status')),
    ),
    { code: 'missing-columns', columns: ['EstablishmentStatus (name)'] },
  ],
  ['nothing under its header', csv([]), { code: 'no-rows' }],
  [
    'another authority',
    csv([schoolRow({ 'LA (name)': 'Salford' })]),
    { code: 'authority-not-in-file', authority: 'Trafford', present: ['Salford'] },
  ],
])('a file with %s is refused and nothing written', (_, content, refusal) => {
  const shop = workshop();
  const file = shop.write('a.csv', content);
  const outcome = importSchools(shop.ctx, file, { authority: 'Trafford' });
  expect(outcome).toMatchObject({ ok: false, refusal });
  expect(shop.db.select().from(serviceAtLocation).all()).toEqual([]);
});
