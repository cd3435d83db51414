import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publication, serviceAtLocation } from '#db/schema/directory.ts';
import { school } from '#db/schema/geography.ts';
import { getProvider, listIdsAtLocation } from '#directory/provider-store.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { importServices } from '#exchange/import-services.ts';
import { serviceColumns } from '#exchange/service-columns.ts';
import { currentIds, hubRow, takeServices } from './services.ts';
import { samplePostcodes, workshop } from './support.ts';

test('every prescribed fact of a service is taken', () => {
  const shop = workshop();
  importPostcodes(shop.ctx, samplePostcodes);
  shop.db
    .insert(school)
    .values({
      ...{ urn: '106283', name: 'Canal Primary School', key: 'canal primary school' },
      ...{ postcode: null, authority: 'Trafford' },
    })
    .run();
  const report = takeServices(shop, [
    hubRow({
      kind: 'Stay and play; infant-feeding',
      organisation: 'Lantern Trust',
      organisation_website: 'www.lantern.example',
      description: 'Songs and rhymes.',
      eligibility: 'Families who live in Trafford.',
      how_to_access: 'Drop in.',
      for_disabled_children: 'A quiet half hour at the end.',
      age_from: '3 months',
      age_to: '4 years',
      outcomes: 'healthy; Enjoy and achieve',
      audiences: 'Fathers; lone-parents',
      hours: 'Tue 9.30-11am term time (Babies); Sat 10:00-12:00 all year, funded',
      cost: '£2.50 per session of 1.5 hours (First child); £0 per session (Others)',
      deposit: '£5',
      extras: 'Juice.',
      meals: 'Fruit.',
      ratio: '1 to 4',
      waiting_list: 'Open',
      free_early_years: 'no',
      phone: 'Bookings: 01614960100; 0161 496 0101',
      email: 'hello@lantern.example',
      website: 'https://lantern.example/rhymes',
      social: 'https://social.example/lantern',
      funded: 'universal-3-4 15 hours; working-2 30 stretched (Mornings)',
      languages: 'Polish; ur',
      school_runs: '106283',
      inclusion: 'hoist=yes; quiet_room=with notice (Two days before)',
      directions: 'Bus 41 stops outside.',
      confirmed_on: '01/11/2026',
      as_at: '2026-10-01',
      source: 'Lantern Trust',
      licence: 'Open Government Licence v3.0',
    }),
  ]);
  expect(report).toMatchObject({ kind: 'services', added: 1, refusedRows: [] });
  const found = getProvider(shop.db, 'rhyme-time-hub');
  expect(found).toMatchObject({
    ...{ kind: 'stay-and-play', alsoKinds: ['infant-feeding'], name: 'Rhyme time' },
    organisation: { name: 'Lantern Trust', website: 'https://www.lantern.example/' },
    ...{ description: 'Songs and rhymes.', eligibility: 'Families who live in Trafford.' },
    ...{ howToAccess: 'Drop in.', forDisabledChildren: 'A quiet half hour at the end.' },
    ...{ ages: { from: 3, to: 59 }, outcomes: ['healthy', 'achieve'] },
    ...{ audiences: ['fathers', 'lone-parents'], isFree: false, freeEarlyYears: false },
    ...{ deposit: 500, extras: 'Juice.', meals: 'Fruit.', ratio: '1 to 4', waitingList: 'open' },
    schedule: [
      {
        ...{ day: 2, opens: '09:30', closes: '11:00', term: 'term-time', session: 'Babies' },
        isFunded: false,
      },
      {
        ...{ day: 6, opens: '10:00', closes: '12:00', term: 'all-year', session: null },
        isFunded: true,
      },
    ],
    costs: [
      { unit: 'session', pence: 0, hours: null, label: 'Others' },
      { unit: 'session', pence: 250, hours: 1.5, label: 'First child' },
    ],
    contacts: [
      { kind: 'phone', value: '0161 496 0100', label: 'Bookings' },
      { kind: 'phone', value: '0161 496 0101', label: null },
      { kind: 'email', value: 'hello@lantern.example', label: null },
      { kind: 'website', value: 'https://lantern.example/rhymes', label: null },
      { kind: 'social', value: 'https://social.example/lantern', label: null },
    ],
    funded: [
      { scheme: 'universal-3-4', hoursAWeek: 15, isStretched: null, note: null },
      { scheme: 'working-2', hoursAWeek: 30, isStretched: true, note: 'Mornings' },
    ],
    languages: ['pl', 'ur'],
    schoolRuns: [{ school: '106283', name: 'Canal Primary School' }],
    ...{ locationName: 'Lantern Family Hub', directions: 'Bus 41 stops outside.' },
    address: { lines: ['1 Lantern Lane'], town: 'Sale', postcode: 'M33 2DH' },
    ...{ point: { precision: 'postcode' }, authority: 'Trafford', isVirtual: false },
    source: 'Lantern Trust, Open Government Licence v3.0',
    ...{ asAt: '2026-10-01', confirmedOn: '2026-11-01', isSample: false, registration: null },
  });
  expect(found?.inclusion.get('quiet_room')).toMatchObject({
    ...{ answer: 'with-notice', note: 'Two days before', confirmedOn: '2026-11-01' },
  });
});

test('a row with nothing but its needed cells is taken; what it does not say is not said', () => {
  const shop = workshop();
  takeServices(shop, [{ service_id: 'x', kind: 'library', name: 'X', postcode: 'M33 7ZF' }]);
  expect(getProvider(shop.db, 'x-m337zf')).toMatchObject({
    ...{ isFree: null, ages: null, schedule: [], costs: [], contacts: [], organisation: null },
    ...{ source: 'council', asAt: '2026-11-22', description: null, locationName: null },
  });
});

test('one place has many services, and one service many places; what is shared is written once', () => {
  const shop = workshop();
  takeServices(shop, [
    hubRow({ description: 'Songs.', cost: 'free' }),
    { service_id: 'rhyme-time', location_id: 'library', postcode: 'M33 7ZF', cost: 'Free' },
    { service_id: 'advice', kind: 'advice', name: 'Advice', location_id: 'hub', cost: 'free' },
  ]);
  expect(currentIds(shop)).toEqual(['advice-hub', 'rhyme-time-hub', 'rhyme-time-library']);
  const [atHub, atLibrary] = ['hub', 'library'].map((id) =>
    getProvider(shop.db, `rhyme-time-${id}`),
  );
  expect(atHub?.serviceId).toBe(atLibrary?.serviceId);
  expect(atLibrary).toMatchObject({ name: 'Rhyme time', description: 'Songs.', isFree: true });
  expect(listIdsAtLocation(shop.db, atHub?.locationId ?? '')).toEqual([
    'advice-hub',
    'rhyme-time-hub',
  ]);
  expect(getProvider(shop.db, 'advice-hub')?.address?.lines).toEqual(['1 Lantern Lane']);
});

test('a service that is free at one place and not at another is not free', () => {
  const shop = workshop();
  takeServices(shop, [
    hubRow({ cost: 'free' }),
    { service_id: 'rhyme-time', postcode: 'M33 7ZF', cost: '£1 per visit' },
  ]);
  expect(getProvider(shop.db, 'rhyme-time-hub')?.isFree).toBe(false);
});

test('what is online has no place', () => {
  const shop = workshop();
  takeServices(shop, [
    { service_id: 'line', kind: 'advice', name: 'Line', location_type: 'online' },
  ]);
  expect(getProvider(shop.db, 'line-online')).toMatchObject({
    ...{ isVirtual: true, address: null, point: null, authority: 'Trafford' },
  });
});

test('a publication is what schedule 2 prescribes', () => {
  const shop = workshop();
  takeServices(shop, [
    {
      ...{ service_id: 'guide', kind: 'publication', name: 'First steps' },
      ...{ organisation: 'Lantern Trust', description: 'What to expect.', cost: '£3.50' },
      ...{ how_to_access: 'From any library.', website: 'https://lantern.example/guide' },
      ...{ language: 'Urdu', for_disabled_children: 'Easy read.', source: 'council' },
    },
  ]);
  expect(shop.db.select().from(publication).all()).toEqual([
    {
      ...{ id: 'guide', organisationId: 'o-lantern-trust', title: 'First steps' },
      ...{ description: 'What to expect.', howToGet: 'From any library.', cost: 350 },
      ...{ website: 'https://lantern.example/guide', language: 'ur' },
      ...{ forDisabledChildren: 'Easy read.', source: 'council', asAt: '2026-11-22' },
    },
  ]);
});

test.each([
  ['another layout', 'a,b\n1,2', { code: 'unknown-layout', lookedFor: 'service_id' }],
  ['no names', 'service_id,kind\nx,library', { code: 'missing-columns', columns: ['name'] }],
  [
    'a column that would be lost',
    'service_id,kind,name,opening hours\nx,library,X,9-5',
    { code: 'unknown-columns', columns: ['opening hours'] },
  ],
  ['nothing under its header', 'service_id,kind,name\n', { code: 'no-rows' }],
  ['nothing', '', { code: 'unknown-layout' }],
])('a file with %s is refused and nothing written', (_, content, refusal) => {
  const shop = workshop();
  const outcome = importServices(shop.ctx, shop.write('a.csv', content));
  expect(outcome).toMatchObject({ ok: false, refusal });
  expect(shop.db.select().from(serviceAtLocation).all()).toEqual([]);
});

describe('the template', () => {
  const folder = join(import.meta.dirname, '../../content/reference');
  const template = join(folder, 'services-template.csv');

  test('has every column, and its examples are taken', () => {
    const [header = ''] = readFileSync(template, 'utf8').split(/\r?\n/, 1);
    expect(header.split(',')).toEqual([...serviceColumns]);
    const shop = workshop();
    expect(importServices(shop.ctx, template, { authority: 'Trafford' })).toMatchObject({
      ok: true,
      value: { refusedRows: [] },
    });
    expect(currentIds(shop).length).toBeGreaterThan(2);
  });

  test('has every column explained', () => {
    const guide = readFileSync(join(folder, 'services-template.md'), 'utf8');
    expect(serviceColumns.filter((column) => !guide.includes(`\`${column}\``))).toEqual([]);
  });
});
