import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import spoken from '#content/reference/spoken-languages.json' with { type: 'json' };
import { effectiveAnswer, isOffered } from '#directory/inclusion.ts';
import {
  attributesIn,
  inclusionAttributes,
  inclusionGroups,
} from '#directory/inclusion-vocabulary.ts';
import { reportCardAreas } from '#directory/inspection.ts';
import { allForSearch, getProvider } from '#directory/provider-store.ts';
import type { Provider } from '#directory/provider.ts';
import { fundedSchemes } from '#directory/taxonomy.ts';
import { countingVacancies } from '#directory/vacancies.ts';
import { loadSampleArea } from '#exchange/load-sample-area.ts';
import { isoWeekday } from '#platform/calendar/london-time.ts';
import { sharedWorkshop, workshop } from './support.ts';

const today = '2026-11-22';
const { ctx, db } = sharedWorkshop();
let care: readonly Provider[] = [];
beforeAll(() => {
  expect(loadSampleArea(ctx)).toEqual({ ok: true, value: 'loaded' });
  care = [...allForSearch(db)].filter(
    ({ isSample, registration }) => isSample && registration !== null,
  );
});
const offering = (...keys: readonly string[]): readonly Provider[] =>
  care.filter(({ inclusion }) =>
    keys.every((key) => isOffered(effectiveAnswer(inclusion.get(key), today))),
  );
const share = (fits: (one: Provider) => boolean) => care.filter(fits).length / care.length;

test('some places have told us nothing, most have told us much', () => {
  const nothing = (one: Provider) =>
    one.confirmedOn === null &&
    one.ages === null &&
    [one.schedule, one.costs, one.vacancies, one.funded, one.languages].every(
      (list) => list.length === 0,
    ) &&
    one.inclusion.size === 0;
  expect(share(nothing)).toBeGreaterThan(0.05);
  expect(share(nothing)).toBeLessThan(0.2);
  expect(share(({ schedule }) => schedule.length > 0)).toBeGreaterThan(0.5);
  expect(share(({ costs }) => costs.length > 0)).toBeGreaterThan(0.5);
});

test('what was confirmed was confirmed between yesterday and two years ago', () => {
  const days = care.flatMap(({ confirmedOn }) => confirmedOn ?? []).sort();
  expect(days.at(-1)).toBe('2026-11-21');
  expect(days[0]).toMatch(/^2024-1[12]/);
  expect(days.filter((day) => day < '2025-11-22').length).toBeGreaterThan(20);
});

test('every group of inclusion is found, every attribute somewhere answered and somewhere not said', () => {
  for (const group of inclusionGroups) {
    const found = attributesIn(group).flatMap(({ key }) => offering(key));
    expect([group, found.length > 10]).toEqual([group, true]);
  }
  for (const { key } of inclusionAttributes) {
    const answers = new Set(
      care.map(({ inclusion }) => effectiveAnswer(inclusion.get(key), today)),
    );
    expect([key, answers.has('not-said') && answers.size > 1]).toEqual([key, true]);
  }
  const given = care.flatMap(({ inclusion }) => [...inclusion.values()]);
  expect(new Set(given.map(({ answer }) => answer)).size).toBe(4);
  expect(given.filter(({ confirmedOn }) => confirmedOn > today)).toEqual([]);
  expect(given.some(({ confirmedOn }) => confirmedOn < '2025-11-22')).toBe(true);
});

test('some needs are met in places, and one mix nowhere on a Saturday', () => {
  const opensSaturday = ({ schedule }: Provider) => schedule.some(({ day }) => day === 6);
  const tube = offering('hoist', 'tube_feeding');
  expect(tube.map(({ outwardPostcode }) => outwardPostcode).sort()).toEqual(['M33', 'M41', 'WA14']);
  expect(
    tube.some(({ inclusion }) => inclusion.get('tube_feeding')?.answer === 'with-notice'),
  ).toBe(true);
  const oxygen = offering('hoist', 'oxygen');
  expect(oxygen.map(({ outwardPostcode }) => outwardPostcode)).toEqual(['WA14']);
  expect([...offering('hoist'), ...offering('oxygen')].filter(opensSaturday)).toEqual([]);
  expect(care.some(opensSaturday)).toBe(true);
  expect(getProvider(db, tube[0]?.id ?? '')?.ages).toEqual({ from: 3, to: 59 });
});

test('languages are known ones, and inclusion says of them what the list says', () => {
  const codes = new Set(spoken.languages.map(({ code }) => code));
  expect(new Set(care.flatMap(({ languages }) => languages)).size).toBeGreaterThan(10);
  for (const { id, languages, inclusion } of care) {
    expect(languages.filter((code) => !codes.has(code))).toEqual([]);
    const said = inclusion.get('languages_spoken');
    if (said) expect([id, said.answer]).toEqual([id, languages.length > 0 ? 'yes' : 'no']);
    if (said?.answer === 'yes') expect(said.note).toMatch(/^[A-Z]\w+(?:, \w+| and \w+)*$/);
  }
});

test('every funded scheme is offered, only from the Early Years Register and to ages it takes', () => {
  for (const scheme of fundedSchemes) {
    const places = care.filter(({ funded }) => funded.some((one) => one.scheme === scheme));
    expect([scheme, places.length > 20]).toEqual([scheme, true]);
  }
  const funded = care.filter(({ funded: schemes }) => schemes.length > 0);
  for (const { registration, freeEarlyYears } of funded) {
    expect(registration?.registers.earlyYears).toBe(true);
    expect(freeEarlyYears).toBe(true);
  }
  expect(funded.some((one) => one.funded.some(({ isStretched }) => isStretched === true))).toBe(
    true,
  );
  expect(funded.some((one) => one.funded.some(({ hoursAWeek }) => hoursAWeek === null))).toBe(true);
  expect(funded.some(({ schedule }) => schedule.some(({ isFunded }) => isFunded))).toBe(true);
  expect(care.some(({ freeEarlyYears }) => freeEarlyYears === false)).toBe(true);
  expect(care.some(({ freeEarlyYears }) => freeEarlyYears === null)).toBe(true);
});

test('hours differ by term and session, prices say what they buy', () => {
  const times = care.flatMap(({ schedule }) => schedule);
  expect(new Set(times.map(({ term }) => term)).size).toBe(4);
  expect(times.filter(({ opens, closes }) => opens >= closes)).toEqual([]);
  expect(new Set(times.flatMap(({ session }) => session ?? [])).size).toBeGreaterThan(5);
  const costs = care.flatMap((one) => one.costs);
  expect(new Set(costs.map(({ unit }) => unit)).size).toBe(5);
  expect(
    costs.filter(({ unit, hours }) => unit !== 'hour' && unit !== 'month' && hours === null),
  ).toEqual([]);
  const hourly = costs.flatMap(({ pence, hours }) => (hours === null ? [] : [pence / hours]));
  expect(Math.min(...hourly)).toBeGreaterThan(200);
  expect(Math.max(...hourly)).toBeLessThan(2000);
});

test('free places are within the ages, some full, some later, some said too long ago', () => {
  const said = care.filter(({ vacancies }) => vacancies.length > 0);
  for (const { ages, vacancies } of said) {
    for (const one of vacancies) {
      if (ages) expect(one.ages.from >= ages.from && one.ages.to <= ages.to).toBe(true);
      expect(one.asAt <= today).toBe(true);
      if (one.freeFrom !== null) expect(isoWeekday(one.freeFrom)).toBe(1);
    }
  }
  const counting = said.map(({ vacancies }) => countingVacancies(vacancies, today));
  expect(counting.filter((free) => free === null).length).toBeGreaterThan(15);
  expect(counting.filter((free) => free?.length === 0).length).toBeGreaterThan(15);
  expect(counting.filter((free) => free !== null && free.length > 0).length).toBeGreaterThan(80);
  const later = said
    .flatMap((one) => one.vacancies)
    .filter(({ freeFrom }) => freeFrom !== null && freeFrom > today);
  expect(later.length).toBeGreaterThan(20);
});

test('new inspections are report cards with six areas, beside old grades and register checks', () => {
  const all = care.flatMap(({ inspections }) => inspections);
  const cards = all.filter(({ framework }) => framework === 'report-card');
  expect(cards.length).toBeGreaterThan(40);
  for (const { standards, inspectedOn, overallGrade, compliance } of cards) {
    expect(Object.keys(standards ?? {}).sort()).toEqual([...reportCardAreas].sort());
    expect(inspectedOn >= '2025-11-10' && inspectedOn < today).toBe(true);
    expect([overallGrade, compliance]).toEqual([null, null]);
  }
  expect(
    cards.filter(({ safeguardingEffective }) => safeguardingEffective === false).length,
  ).toBeGreaterThan(0);
  expect(new Set(cards.flatMap(({ standards }) => Object.values(standards ?? {}))).size).toBe(5);
  const newest = care.map(({ inspections }) => inspections[0]);
  for (const framework of [
    'report-card',
    'early-years',
    'childcare-register',
    'no-children-on-roll',
  ])
    expect([framework, newest.some((one) => one?.framework === framework)]).toEqual([
      framework,
      true,
    ]);
  expect(newest.filter((one) => one === undefined).length).toBeGreaterThan(40);
  const old = all.filter(({ framework }) => framework !== 'report-card');
  expect(old.filter(({ inspectedOn }) => inspectedOn >= '2025-11-10')).toEqual([]);
});

test('a report card is never dated before the first of them', () => {
  const early = workshop();
  const clock = { now: () => new Date('2026-03-01T10:00:00Z') };
  loadSampleArea({ ...early.ctx, clock });
  const cards = [...allForSearch(early.db)]
    .flatMap(({ inspections }) => inspections)
    .filter(({ framework }) => framework === 'report-card');
  expect(cards.map(({ inspectedOn }) => inspectedOn).sort()[0]).toBe('2025-11-10');
});

test('the register says conditions, ages and steps; the suspended place has nothing free', () => {
  const registered = care.flatMap(({ registration }) => registration ?? []);
  expect(registered.filter(({ conditions }) => conditions.length > 0).length).toBeGreaterThan(40);
  for (const { places, ageBands } of registered)
    for (const { most } of ageBands) expect(most ?? 0).toBeLessThanOrEqual(places ?? 0);
  expect(registered.filter(({ ageBands }) => ageBands.length > 0).length).toBeGreaterThan(100);
  const steps = registered.flatMap((one) => one.steps.map(({ step }) => step)).sort();
  expect(steps).toEqual(['notice-to-cancel', 'notice-to-cancel', 'suspended']);
  const suspended = care.find((one) => one.registration?.steps[0]?.step === 'suspended');
  expect(suspended?.vacancies).toEqual([]);
  const childminders = care.filter(({ kind }) => kind === 'childminder');
  expect(childminders.filter(({ registration }) => registration?.caresIn.length === 0)).toEqual([]);
});

test('schools are fetched from by places that take children of that age', () => {
  const fetching = care.filter(({ schoolRuns }) => schoolRuns.length > 0);
  expect(fetching.length).toBeGreaterThan(60);
  for (const { ages, schoolRuns } of fetching) {
    if (ages) expect(ages.to).toBeGreaterThanOrEqual(60);
    for (const { school, name } of schoolRuns)
      expect([/^1\d{5}$/.test(school), name !== '']).toEqual([true, true]);
  }
});

test('photos are drawings of our own, with words for those who do not see them', () => {
  const photos = care.flatMap((one) => one.photos);
  expect(photos.length).toBeGreaterThan(50);
  expect(photos.filter(({ alt }) => !alt.startsWith('A drawing of '))).toEqual([]);
  for (const path of new Set(photos.map((one) => one.path))) {
    const file = join(import.meta.dirname, '../../public', path);
    expect([path, existsSync(file)]).toEqual([path, true]);
    expect(readFileSync(file, 'utf8')).not.toMatch(/<script|<style|<text|href|url\(|style=/);
  }
});

test('many are welcome somewhere, and a place may have several telephones', () => {
  expect(new Set(care.flatMap(({ audiences }) => audiences)).size).toBeGreaterThan(8);
  expect(new Set(care.flatMap(({ outcomes }) => outcomes)).size).toBeGreaterThan(3);
  const phones = care.map(({ contacts }) => contacts.filter(({ kind }) => kind === 'phone'));
  expect(phones.some((all) => all.length > 1 && all.at(-1)?.label !== null)).toBe(true);
});
