import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { schedule } from '#db/schema/directory-offer.ts';
import { importReport } from '#db/schema/exchange.ts';
import { directoryVersionOf } from '#directory/directory-version-store.ts';
import { allForSearch } from '#directory/provider-store.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import type { ImportCtx } from '#exchange/import-report-store.ts';
import { importSchools } from '#exchange/import-schools.ts';
import { importServices } from '#exchange/import-services.ts';
import { loadSampleArea } from '#exchange/load-sample-area.ts';
import { sampleDetails } from '#exchange/sample-details.ts';
import { realOfsted, rowsOf, sampleOfsted, samplePostcodes, workshop } from './support.ts';

const folder = join(import.meta.dirname, '../../content/sample-area');
const details = sampleDetails.parse(JSON.parse(readFileSync(join(folder, 'details.json'), 'utf8')));
/** Schools are real, and named as what they are: places that children are fetched from. */
const madeUp = JSON.stringify(details.map(({ schools: _, ...others }) => others));
const made = `${readFileSync(sampleOfsted, 'utf8')}\n${madeUp}`;

test('no name, street, person, number or telephone of a real place is in the sample', () => {
  const columns = [
    'Provider URN',
    'Registered person URN',
    'Registered_Person_Name',
    'Provider name',
    'Provider address line 1',
    'Provider address line 2',
    'Provider address line 3',
    'Telephone Number',
    'Most recent full: Inspection number',
    'Second most recent full: Inspection number',
    'Third most recent full: Inspection number',
    'NCOR: Inspection number',
    'CR: Inspection number',
  ];
  const text = made.toLowerCase();
  const real = rowsOf(realOfsted).flatMap((row) =>
    columns.map((column) => (row[column] ?? '').toLowerCase()),
  );
  const street = /\b[a-z']+(?: [a-z']+)* (?:road|lane|street|avenue|close|grove|drive)\b/;
  const telling = [...real, ...real.flatMap((one) => street.exec(one)?.[0] ?? [])].filter(
    (one) => one.length > 4 && one !== 'redacted' && !geography.has(one),
  );
  expect(telling.length).toBeGreaterThan(1000);
  expect(new Set(telling.filter((one) => text.includes(one)))).toEqual(new Set());
});

/** Localities and towns are geography, which is real. */
const geography = new Set([
  ...['urmston', 'stretford', 'timperley', 'bowdon', 'altrincham', 'trafford', 'manchester'],
]);

test('the sample has the real mix: kinds, registers, places, postcodes and results', () => {
  const columns = [
    'Provider type',
    'Provider subtype',
    'Individual Register combinations',
    'Places',
    'Postcode',
    'Most recent full: Overall effectiveness',
    'CR: Overall effectiveness',
  ];
  const mix = (file: string) =>
    rowsOf(file)
      .map((row) => columns.map((column) => row[column]).join('|'))
      .sort();
  expect(mix(sampleOfsted)).toEqual(mix(realOfsted));
});

test('places that share a registered person in the real file share one here, under another name', () => {
  const sizes = (file: string) =>
    [...Map.groupBy(rowsOf(file), (row) => row['Registered person URN']).entries()]
      .filter(([urn]) => urn !== '' && urn !== 'REDACTED')
      .map(([, rows]) => rows.length)
      .sort();
  expect(sizes(sampleOfsted)).toEqual(sizes(realOfsted));
});

test('no inspection of the sample has the day of the real one at its postcode', () => {
  const key = (row: Readonly<Record<string, string>>) =>
    `${row['Postcode'] ?? ''} ${row['Most recent full: Inspection date'] ?? ''}`;
  const dated = (file: string) =>
    rowsOf(file)
      .filter((row) => row['Postcode'] !== 'REDACTED')
      .filter((row) => row['Most recent full: Inspection date'] !== '');
  const real = new Set(dated(realOfsted).map(key));
  expect(real.size).toBeGreaterThan(50);
  expect(
    dated(sampleOfsted)
      .map(key)
      .filter((one) => real.has(one)),
  ).toEqual([]);
});

test('numbers to ring are drama numbers, addresses for mail and web are reserved ones', () => {
  const phones = made.match(/(?<!\d)(?:\+44|0)[\d ]{8,}\d/g) ?? [];
  expect(phones.length).toBeGreaterThan(250);
  expect(phones.filter((phone) => !/^0161 496 0\d{3}$/.test(phone))).toEqual([]);
  const mail = made.match(/[\w.+-]+@[\w.-]+/g) ?? [];
  expect(mail.length).toBeGreaterThan(100);
  expect(mail.filter((address) => !address.endsWith('.example'))).toEqual([]);
  const web = made.match(/(?:https?:)?\/\/[\w.-]+/g) ?? [];
  expect(web.length).toBeGreaterThan(50);
  expect(web.filter((address) => !address.endsWith('.example'))).toEqual([]);
});

test('the schools that children are fetched from are real primary schools, by number and name', () => {
  const real = new Map(
    rowsOf(join(folder, 'schools.csv'))
      .filter((row) => row['PhaseOfEducation (name)'] === 'Primary')
      .map((row) => [row['URN'], row['EstablishmentName']]),
  );
  const fetched = details.flatMap(({ schools = [] }) => schools);
  expect(fetched.length).toBeGreaterThan(150);
  expect(fetched.filter(({ urn, name }) => real.get(urn) !== name)).toEqual([]);
});

test('no made-up word or number stands both for childcare and for another service', () => {
  const services = readFileSync(join(folder, 'services.csv'), 'utf8');
  const names = [
    ...rowsOf(sampleOfsted).map((row) => row['Provider name'] ?? ''),
    ...details.map(({ home }) => home?.name ?? ''),
  ].filter((name) => name !== '' && name !== 'REDACTED');
  const words = names.map((name) => name.split(' ')[0] ?? '');
  expect(new Set(words).size).toBe(names.length);
  expect(words.filter((word) => services.includes(word))).toEqual([]);
  const numbers = made.match(/0161 496 0\d{3}/g) ?? [];
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.filter((number) => services.includes(number))).toEqual([]);
});

test('the same files give the same area, byte for byte', () => {
  const made = mkdtempSync(join(tmpdir(), 'fis-sample-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  const script = join(import.meta.dirname, '../../scripts/make-sample-area.ts');
  execFileSync(process.execPath, [script, realOfsted, samplePostcodes, made]);
  for (const name of ['ofsted.csv', 'postcodes.csv', 'details.json']) {
    const same = readFileSync(join(made, name)).equals(readFileSync(join(folder, name)));
    expect([name, same]).toEqual([name, true]);
  }
});

test('loads once into an empty directory, its childcare marked as sample', () => {
  const { ctx, db } = workshop();
  const steps: string[] = [];
  expect(loadSampleArea(ctx, (step) => steps.push(step))).toEqual({
    ok: true,
    value: 'loaded',
  });
  expect(steps).toEqual(['postcodes', 'schools', 'services', 'registrations', 'details']);
  const care = [...allForSearch(db)].filter(({ registration }) => registration !== null);
  expect(care).toHaveLength(395);
  expect(care.filter(({ isSample }) => !isSample)).toEqual([]);
  const reports = care.flatMap(({ inspections }) => inspections).map(({ reportUrl }) => reportUrl);
  expect(reports.filter((url) => url !== null)).toEqual([]);
  const version = directoryVersionOf(db);
  const rows = db.select().from(schedule).all().length;
  expect(loadSampleArea(ctx)).toEqual({ ok: true, value: 'already-loaded' });
  expect(directoryVersionOf(db)).toBe(version);
  expect(db.select().from(schedule).all()).toHaveLength(rows);
});

test('open data about public places that came with it does not make the directory a council’s', () => {
  const { ctx, db } = workshop();
  loadSampleArea(ctx);
  const open = [...allForSearch(db)].filter(({ source }) => source !== 'sample');
  expect(open.length).toBeGreaterThan(100);
  db.delete(importReport).where(eq(importReport.kind, 'services')).run();
  expect(loadSampleArea(ctx)).toEqual({ ok: true, value: 'loaded' });
  expect([...allForSearch(db)].filter(({ source }) => source !== 'sample')).toEqual(open);
});

describe('one that is there in part is finished at the next start', () => {
  const steps = {
    schools: (ctx: ImportCtx) =>
      importSchools(ctx, join(folder, 'schools.csv'), { isSample: true, asAt: '2023-11-15' }),
    services: (ctx: ImportCtx) =>
      importServices(ctx, join(folder, 'services.csv'), { isSample: true }),
    registrations: (ctx: ImportCtx) =>
      importOfsted(ctx, sampleOfsted, { authority: 'Trafford', isSample: true }),
  };
  test.each([
    { there: [] },
    { there: ['schools', 'services'] },
    { there: ['schools', 'services', 'registrations'] },
    { there: ['registrations'] },
  ] as const)('with $there', ({ there }) => {
    const { ctx, db } = workshop();
    importPostcodes(ctx, samplePostcodes);
    for (const step of there) expect(steps[step](ctx)).toMatchObject({ ok: true });
    expect(loadSampleArea(ctx)).toEqual({ ok: true, value: 'loaded' });
    const all = [...allForSearch(db)];
    expect(all.filter(({ registration }) => registration !== null)).toHaveLength(395);
    expect(all.filter(({ schedule: times }) => times.length > 0).length).toBeGreaterThan(250);
    expect(all.some(({ kind }) => kind === 'library')).toBe(true);
    expect(all.some(({ kind }) => kind === 'school')).toBe(true);
    expect(loadSampleArea(ctx)).toEqual({ ok: true, value: 'already-loaded' });
  });
});

test('is kept out of a directory with real places, and makes room when they come', () => {
  const { ctx, db } = workshop();
  loadSampleArea(ctx);
  expect(importOfsted(ctx, realOfsted, { authority: 'Trafford' })).toMatchObject({
    ok: true,
    value: { added: 395 },
  });
  expect([...allForSearch(db)].filter(({ source }) => source !== 'ofsted')).toEqual([]);
  const refused = { ok: false, refusal: { code: 'directory-not-empty' } };
  expect(loadSampleArea(ctx)).toMatchObject(refused);
  const fresh = workshop();
  importOfsted(fresh.ctx, realOfsted, { authority: 'Trafford' });
  expect(loadSampleArea(fresh.ctx)).toMatchObject(refused);
});
