import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publication } from '#db/schema/directory.ts';
import { findNear } from '#directory/find-place.ts';
import { allForSearch } from '#directory/provider-store.ts';
import { audienceKeys, groupOf, outcomeKeys } from '#directory/taxonomy.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { importSchools } from '#exchange/import-schools.ts';
import { importServices } from '#exchange/import-services.ts';
import { counts, rowsOf, samplePostcodes, sharedWorkshop } from './support.ts';

const folder = join(import.meta.dirname, '../../content/sample-area');
const services = join(folder, 'services.csv');
const schools = join(folder, 'schools.csv');

describe('the services of the sample area', () => {
  const { ctx, db } = sharedWorkshop();
  const load = () => [
    importPostcodes(ctx, samplePostcodes),
    importSchools(ctx, schools, { isSample: true, asAt: '2023-11-15' }),
    importServices(ctx, services, { isSample: true, asAt: '2026-11-22' }),
  ];
  const first = load();
  const places = [...allForSearch(db)];
  const of = (kind: string) => places.filter((place) => place.kind === kind);

  test('are all taken, once', () => {
    for (const outcome of first)
      expect(outcome).toMatchObject({ ok: true, value: { refusedRows: [] } });
    for (const outcome of load())
      expect(outcome.ok && counts(outcome.value)).toMatchObject({ added: 0, changed: 0, left: 0 });
  });

  test('are of all five kinds that the Act names, and of every kind that is not childcare', () => {
    const groups = new Set(places.map(({ kind }) => groupOf(kind)));
    expect([...groups].sort()).toEqual(
      ['childcare', 'community', 'family-support', 'health', 'information', 'work'].sort(),
    );
    for (const kind of ['midwifery', 'health-visiting', 'speech-and-language', 'early-help'])
      expect(of(kind), kind).not.toEqual([]);
  });

  test('serve each outcome and welcome each audience', () => {
    const served = new Set<string>(places.flatMap(({ outcomes }) => outcomes));
    const welcomed = new Set<string>(places.flatMap(({ audiences }) => audiences));
    expect(outcomeKeys.filter((key) => !served.has(key))).toEqual([]);
    expect(audienceKeys.filter((key) => !welcomed.has(key))).toEqual([]);
  });

  test('stand many in one place, and one in many', () => {
    const [hub] = of('family-hub');
    expect(places.filter((place) => place.locationId === hub?.locationId).length).toBeGreaterThan(
      9,
    );
    const play = places.filter((place) => place.serviceId === 'stay-and-play');
    expect(new Set(play.map((place) => place.locationId)).size).toBeGreaterThan(3);
  });

  test('have each a point, but for those that are online', () => {
    expect(places.filter(({ point, isVirtual }) => (point === null) !== isVirtual)).toEqual([]);
  });

  test('say that they are made up, or who published them', () => {
    for (const { isSample, source } of places) expect(isSample).toBe(source === 'sample');
    const sources = new Set(places.map(({ source }) => source));
    for (const source of sources)
      expect(source).toMatch(/^sample$|^gias$|, Open Government Licence v3\.0$/);
  });

  test('that are made up can neither be called, written to nor visited', () => {
    const madeUp = rowsOf(services).filter((row) => row['source'] === 'sample');
    expect(madeUp.length).toBeGreaterThan(60);
    for (const { phone = '', email = '', website = '' } of madeUp) {
      expect(phone).toMatch(/^$|^0161 496 0\d{3}$/);
      expect(email).toBe('');
      expect(new URL(website).hostname).toMatch(/\.example$/);
    }
  });

  test('that are real have no e-mail address that a try-out could write to', () => {
    expect(rowsOf(services).filter((row) => row['email'] !== '')).toEqual([]);
  });

  test('come with something to read, in three languages', () => {
    const languages = new Set(
      db
        .select()
        .from(publication)
        .all()
        .map(({ language }) => language),
    );
    expect([...languages].sort()).toEqual(['en', 'pl', 'ur']);
  });

  test.each(['Sale', 'Timperley', 'Partington', 'Stretford', 'altrincham', 'old traford'])(
    'are near %s, which is found by name',
    (name) => {
      expect(findNear(db, name)).toMatchObject({
        ok: true,
        value: { point: { precision: 'area' } },
      });
    },
  );
});
