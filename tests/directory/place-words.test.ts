import { describe, expect, test } from 'vitest';
import {
  ageText,
  agesText,
  distanceText,
  inspectionText,
  placeName,
  priceText,
  vacancyText,
  whereText,
} from '#directory/place-words.ts';
import type { Inspection, Provider } from '#directory/provider.ts';
import { quietPlace } from '../support/place.ts';
import { openTestApp } from '../support/test-app.ts';

const wordsIn = (language = 'en') => openTestApp().as({ kind: 'public' }, language).words;
const home: Partial<Provider> = {
  premises: 'domestic',
  kind: 'childminder',
  name: null,
  address: null,
};
const inspection: Inspection = {
  framework: 'early-years',
  number: null,
  inspectedOn: '2025-03-04',
  overallGrade: null,
  educationGrade: null,
  behaviourGrade: null,
  developmentGrade: null,
  leadershipGrade: null,
  safeguardingEffective: null,
  compliance: null,
  compulsoryRegisterCompliance: null,
  voluntaryRegisterCompliance: null,
  reportUrl: null,
};

test('a home without a public name is called by what it is and roughly where', () => {
  const words = wordsIn();
  expect(placeName(words, quietPlace(home))).toBe('Childminder in M33');
  expect(whereText(words, quietPlace(home))).toBe('In M33');
  expect(
    placeName(words, quietPlace({ ...home, outwardPostcode: null, areaName: 'Stretford' })),
  ).toBe('Childminder in Stretford');
  expect(whereText(words, quietPlace({ ...home, outwardPostcode: null }))).toBe('In Trafford');
  expect(whereText(words, quietPlace())).toBe('1 Quiet Road, Sale, M33 2DH');
});

test('a distance is as exact as what is known', () => {
  const words = wordsIn();
  const about = (miles: number) =>
    distanceText(
      words,
      quietPlace({ point: { latitude: 53, longitude: -2, precision: 'outcode' } }),
      miles,
    );
  expect(distanceText(words, quietPlace(), 1.26)).toBe('1.3 miles away');
  expect(distanceText(words, quietPlace({ point: null }), null)).toBe(
    'Where it is has not been published',
  );
  expect([about(0.2), about(1.4), about(2.6)]).toEqual([
    'about 1 mile away',
    'about 1 mile away',
    'about 3 miles away',
  ]);
});

test('ages are months until two, and then years', () => {
  const words = wordsIn();
  expect([0, 1, 23, 24, 35, 36].map((months) => ageText(words, months))).toEqual([
    'birth',
    '1 month',
    '23 months',
    '2 years',
    '2 years',
    '3 years',
  ]);
  expect(agesText(words, quietPlace({ ages: { from: 0, to: 59 } }))).toBe(
    'Takes children from birth to 4 years',
  );
});

test('the cheapest price is shown, and places that are free or full, with the day', () => {
  const words = wordsIn();
  const cost = (pence: number) => ({ unit: 'hour', pence, label: null, ages: null }) as const;
  expect(priceText(words, quietPlace({ costs: [cost(700), cost(550)] }))).toBe(
    'From £5.50 an hour',
  );
  const vacancy = (places: number) => ({
    ages: { from: 0, to: 59 },
    day: null,
    places,
    asAt: '2026-11-01',
  });
  expect(vacancyText(words, quietPlace({ vacancies: [vacancy(0), vacancy(2)] }))).toBe(
    'Has said it has places (as at 1 November 2026)',
  );
  expect(vacancyText(words, quietPlace({ vacancies: [vacancy(0)] }))).toBe(
    'Has said it is full (as at 1 November 2026)',
  );
});

describe('an inspection keeps its own scale', () => {
  const text = (more: Partial<Inspection>) =>
    inspectionText(wordsIn(), quietPlace({ inspections: [{ ...inspection, ...more }] }));

  test.each<[Partial<Inspection>, string]>([
    [{ overallGrade: 1 }, 'Overall: Outstanding. Inspected on 4 March 2025'],
    [{ overallGrade: 4 }, 'Overall: Inadequate. Inspected on 4 March 2025'],
    [{ compliance: 'Met' }, 'Result: Met. Inspected on 4 March 2025'],
    [
      { compliance: 'Not Met (with actions)' },
      'Result: Not met, with actions to take. Inspected on 4 March 2025',
    ],
    [{ compliance: 'Something new' }, 'Result: Something new. Inspected on 4 March 2025'],
    [{}, 'Inspected on 4 March 2025'],
  ])('%j', (more, expected) => {
    expect(text(more)).toBe(expected);
  });
});
