import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { schedule, vacancy } from '#db/schema/directory.ts';
import { effectiveAnswer, isOffered } from '#directory/inclusion.ts';
import { inclusionAttributes } from '#directory/inclusion-vocabulary.ts';
import { allForSearch, directoryVersionOf, getProvider } from '#directory/provider-store.ts';
import type { Provider } from '#directory/provider.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { loadSampleArea } from '#exchange/load-sample-area.ts';
import {
  realOfsted,
  rowsOf,
  sampleOfsted,
  samplePostcodes,
  sharedWorkshop,
  workshop,
} from './support.ts';

const today = '2026-11-22';
const details = readFileSync(
  join(import.meta.dirname, '../../content/sample-area/details.json'),
  'utf8',
);

test('no name, street, person, number or telephone of a real place is in the sample', () => {
  const made = `${readFileSync(sampleOfsted, 'utf8')}\n${details}`.toLowerCase();
  const real = rowsOf(realOfsted);
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
  // Localities and towns are geography, which is real; too short a text would match by chance.
  const geography = new Set([
    'urmston',
    'stretford',
    'timperley',
    'hale',
    'bowdon',
    'sale',
    'altrincham',
    'trafford',
    'manchester',
  ]);
  const texts = real.flatMap((row) => columns.map((column) => (row[column] ?? '').toLowerCase()));
  const streets = texts.flatMap(
    (text) =>
      /\b[a-z']+(?: [a-z']+)* (?:road|lane|street|avenue|close|grove|drive)\b/.exec(text)?.[0] ??
      [],
  );
  const telling = [...texts, ...streets].filter(
    (text) => text.length > 4 && text !== 'redacted' && !geography.has(text),
  );
  expect(telling.length).toBeGreaterThan(1000);
  expect(new Set(telling.filter((text) => made.includes(text)))).toEqual(new Set());
});

test('the sample has the real mix: kinds, registers, places, postcodes and results', () => {
  const mix = (file: string) =>
    rowsOf(file)
      .map((row) =>
        [
          'Provider type',
          'Provider subtype',
          'Individual Register combinations',
          'Places',
          'Postcode',
          'Most recent full: Overall effectiveness',
          'CR: Overall effectiveness',
        ]
          .map((column) => row[column])
          .join('|'),
      )
      .sort();
  expect(mix(sampleOfsted)).toEqual(mix(realOfsted));
});

test('numbers to ring are drama numbers, addresses for mail and web are reserved ones', () => {
  const phones = rowsOf(sampleOfsted).map((row) => row['Telephone Number'] ?? '');
  expect(phones.filter((phone) => !/^(|REDACTED|0161 496 0\d{3})$/.test(phone))).toEqual([]);
  expect(
    details.match(/[\w.]+@[\w.]+/g)?.filter((address) => !address.endsWith('.example')),
  ).toEqual([]);
  expect(
    details.match(/https?:\/\/[^"]+/g)?.filter((address) => !address.endsWith('.example')),
  ).toEqual([]);
});

test('loads once into an empty directory, every place marked as sample', () => {
  const { ctx, db } = workshop();
  const steps: string[] = [];
  expect(loadSampleArea(ctx, (step) => steps.push(step))).toEqual({ ok: true, value: 'loaded' });
  expect(steps).toEqual(['postcodes', 'registrations', 'details']);
  const all = [...allForSearch(db)];
  expect(all).toHaveLength(395);
  expect(all.filter(({ isSample }) => !isSample)).toEqual([]);
  expect(
    all.flatMap(({ inspections }) => inspections).filter(({ reportUrl }) => reportUrl !== null),
  ).toEqual([]);
  const version = directoryVersionOf(db);
  const rows = db.select().from(schedule).all().length;
  expect(loadSampleArea(ctx)).toEqual({ ok: true, value: 'already-loaded' });
  expect(directoryVersionOf(db)).toBe(version);
  expect(db.select().from(schedule).all()).toHaveLength(rows);
});

test('one that was cut off before its details is finished at the next start', () => {
  const { ctx, db } = workshop();
  importOfsted(ctx, sampleOfsted, { authority: 'Trafford', isSample: true });
  expect(loadSampleArea(ctx)).toEqual({ ok: true, value: 'loaded' });
  expect(
    [...allForSearch(db)].filter(({ schedule: times }) => times.length > 0).length,
  ).toBeGreaterThan(200);
});

test('is kept out of a directory with real places, and makes room when they come', () => {
  const { ctx, db } = workshop();
  loadSampleArea(ctx);
  expect(importOfsted(ctx, realOfsted, { authority: 'Trafford' })).toMatchObject({
    ok: true,
    value: { added: 395, left: 395 },
  });
  expect([...allForSearch(db)].some(({ isSample }) => isSample)).toBe(false);
  expect(loadSampleArea(ctx)).toMatchObject({
    ok: false,
    refusal: { code: 'directory-not-empty' },
  });
});

describe('a loaded sample', () => {
  const { ctx, db } = sharedWorkshop();
  beforeAll(() => void loadSampleArea(ctx));

  test('homes have a district, half of them a made-up name, and none an address', () => {
    const districts = new Set(rowsOf(samplePostcodes).map((row) => row['postcode']?.split(' ')[0]));
    const homes = [...allForSearch(db)].filter(({ premises }) => premises !== 'non-domestic');
    expect(homes).toHaveLength(234);
    for (const home of homes) {
      expect(home.address).toBeNull();
      expect(home.point?.precision).toBe('outcode');
      expect(districts).toContain(home.outwardPostcode);
    }
    const named = homes.filter(({ name }) => name !== null).length;
    expect(named).toBeGreaterThan(90);
    expect(named).toBeLessThan(145);
  });

  test('every attribute is somewhere not said and somewhere answered; no answer is from the future', () => {
    const all = [...allForSearch(db)];
    const seen = new Set<string>();
    for (const { key } of inclusionAttributes) {
      const answers = new Set(
        all.map(({ inclusion }) => effectiveAnswer(inclusion.get(key), today)),
      );
      for (const answer of answers) seen.add(answer);
      expect([key, answers.has('not-said') && answers.size > 1]).toEqual([key, true]);
    }
    expect([...seen].sort()).toEqual(['no', 'not-said', 'with-notice', 'yes']);
    const confirmed = all.flatMap(({ inclusion }) =>
      [...inclusion.values()].map(({ confirmedOn }) => confirmedOn),
    );
    expect(confirmed.filter((day) => day > today)).toEqual([]);
    expect(confirmed.some((day) => day < '2025-11-22')).toBe(true);
    expect(
      db
        .select()
        .from(vacancy)
        .all()
        .filter(({ asAt }) => asAt > today || asAt < '2026-09-01'),
    ).toEqual([]);
  });

  test('some needs are met in places, and one mix nowhere on a Saturday', () => {
    const all = [...allForSearch(db)];
    const offering = (...keys: readonly string[]): readonly Provider[] =>
      all.filter(({ inclusion }) =>
        keys.every((key) => isOffered(effectiveAnswer(inclusion.get(key), today))),
      );
    const tube = offering('hoist', 'tube_feeding');
    expect(tube.map(({ outwardPostcode }) => outwardPostcode).sort()).toEqual([
      'M33',
      'M41',
      'WA14',
    ]);
    expect(
      tube.some(({ inclusion }) => inclusion.get('tube_feeding')?.answer === 'with-notice'),
    ).toBe(true);
    expect(offering('hoist', 'oxygen').map(({ outwardPostcode }) => outwardPostcode)).toEqual([
      'WA14',
    ]);
    expect(
      offering('hoist', 'oxygen').filter((one) => one.schedule.some(({ day }) => day === 6)),
    ).toEqual([]);
    expect(all.some((one) => one.schedule.some(({ day }) => day === 6))).toBe(true);
    expect(getProvider(db, tube[0]?.id ?? '')?.ages).toEqual({ from: 3, to: 59 });
  });
});
