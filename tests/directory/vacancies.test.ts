import { expect, test } from 'vitest';
import type { Vacancy } from '#directory/provider.ts';
import { countingVacancies, freshVacancies } from '#directory/vacancies.ts';

const today = '2026-11-23';
const said = (more: Partial<Vacancy> = {}): Vacancy => ({
  ...{ ages: { from: 24, to: 35 }, day: null, places: 1, freeFrom: null, asAt: '2026-11-01' },
  ...more,
});

test('what was said counts for 92 days, to the day', () => {
  const last = said({ asAt: '2026-08-23' });
  expect(countingVacancies([last], today)).toEqual([last]);
  expect(countingVacancies([said({ asAt: '2026-08-22' })], today)).toBeNull();
  expect(freshVacancies([last, said({ asAt: '2026-08-22' })], today)).toEqual([last]);
});

test('nothing said is not the same as full', () => {
  expect(countingVacancies([], today)).toBeNull();
  expect(countingVacancies([said({ places: 0 })], today)).toEqual([]);
  expect(
    countingVacancies([said({ places: 0 }), said({ places: 2, asAt: '2025-01-01' })], today),
    'free long ago, full now',
  ).toEqual([]);
});

test('the soonest place comes first, and one that is free now before all', () => {
  const [now, may, june] = [
    said(),
    said({ freeFrom: '2027-05-01' }),
    said({ freeFrom: '2027-06-01' }),
  ];
  expect(countingVacancies([june, now, may], today)).toEqual([now, may, june]);
});
