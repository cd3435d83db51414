import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  ageText,
  agesText,
  detourText,
  distanceText,
  placeName,
  priceText,
  vacancyText,
  whereText,
} from '#directory/place-words.ts';
import type { CostOption, PlacePoint, Provider, Vacancy } from '#directory/provider.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { quietPlace } from '../support/place.ts';

const catalogue = openCatalogue(join(import.meta.dirname, '../../content/locales'), ['en', 'ur']);
const words = catalogue.speak('en');
const home: Partial<Provider> = {
  ...{ premises: 'domestic', kind: 'childminder', name: null, address: null },
};

test('a home without a public name is called by what it is and roughly where', () => {
  expect(placeName(words, quietPlace(home))).toBe('Childminder in M33');
  expect(whereText(words, quietPlace(home))).toBe('In M33');
  expect(
    placeName(words, quietPlace({ ...home, outwardPostcode: null, areaName: 'Stretford' })),
  ).toBe('Childminder in Stretford');
  expect(whereText(words, quietPlace({ ...home, outwardPostcode: null }))).toBe('In Trafford');
  expect(whereText(words, quietPlace())).toBe('1 Quiet Road, Sale, M33 2DH');
});

describe('a distance', () => {
  const here: PlacePoint = { latitude: 53.4, longitude: -2.3, precision: 'postcode' };
  const town: PlacePoint = { ...here, precision: 'area' };
  const exactly: PlacePoint = { latitude: 53.42, longitude: -2.3, precision: 'postcode' };
  const about: PlacePoint = { ...exactly, precision: 'area' };
  const text = (point: PlacePoint | null, miles: number | null, near: PlacePoint | null = here) =>
    distanceText(words, { point }, miles, near);

  test('is in tenths of a mile, with the way there', () => {
    expect(text(exactly, 1.26)).toBe('1.3 miles north');
    expect(text(exactly, 1)).toBe('1 mile north');
    expect(text(exactly, 0.04)).toBe('Less than 0.1 miles away');
    expect(text({ ...exactly, longitude: -2.2665 }, 1.9)).toBe('1.9 miles north-east');
    expect(text(exactly, 1.26, null)).toBe('1.3 miles away');
  });

  test('is whole miles for a place known to a kilometre, and has no direction close by', () => {
    expect([0, 0.2, 1.4].map((miles) => text(about, miles))).toEqual([
      ...['about 1 mile away', 'about 1 mile away', 'about 1 mile away'],
    ]);
    expect(text(about, 2.6)).toBe('about 3 miles north');
  });

  test('has no direction close by from the middle of a town', () => {
    expect(text(exactly, 0.8, town)).toBe('0.8 miles away');
    expect(text(exactly, 1.6, town)).toBe('1.6 miles north');
  });

  test('is not made up', () => {
    expect(text(null, null)).toBe('Where it is has not been published');
  });

  test('of a detour is what it adds', () => {
    expect(detourText(words, { point: exactly }, 0.02)).toBe('On your way');
    expect(detourText(words, { point: exactly }, 0.62)).toBe('0.6 miles out of your way');
    expect(detourText(words, { point: about }, 0.2)).toBe('about 1 mile out of your way');
  });
});

test('ages are months until two, and then years', () => {
  expect([0, 1, 23, 24, 35, 36].map((months) => ageText(words, months))).toEqual([
    ...['birth', '1 month', '23 months', '2 years', '2 years', '3 years'],
  ]);
  expect(agesText(words, { ages: { from: 0, to: 59 } })).toBe('birth to 4 years');
  expect(agesText(words, { ages: { from: 24, to: 35 } })).toBe('2 years');
  expect(agesText(words, { ages: null })).toBeNull();
});

describe('a price', () => {
  const cost = (unit: CostOption['unit'], pence: number, hours: number | null = null) => ({
    ...{ unit, pence, hours, label: null, includes: null, ages: null },
  });
  const text = (costs: readonly CostOption[], isFree: boolean | null = null) =>
    priceText(words, { costs, isFree });

  test('is by the hour where that is known, the lowest', () => {
    expect(text([cost('hour', 550), cost('hour', 700)])).toBe('From £5.50 an hour');
    expect(text([cost('session', 1500, 3), cost('day', 6000, 10)])).toBe('From £5.00 an hour');
  });

  test('is the lowest as it is written where it is not', () => {
    expect(text([cost('session', 1500), cost('week', 24_000)])).toBe('From £15.00 a session');
    expect(text([cost('month', 90_000)])).toBe('From £900.00 a month');
    expect(text([cost('visit', 300)])).toBe('From £3.00 a visit');
  });

  test('is free when it says so, and not said when it does not', () => {
    expect(text([cost('hour', 0)])).toBe('Free');
    expect(text([], true)).toBe('Free');
    expect([text([]), text([], false)]).toEqual([null, null]);
  });
});

describe('the next free place', () => {
  const today = '2026-11-23';
  const free = (more: Partial<Vacancy> = {}): Vacancy => ({
    ...{ ages: { from: 24, to: 47 }, day: null, places: 1, freeFrom: null, asAt: '2026-11-01' },
    ...more,
  });
  const text = (vacancies: readonly Vacancy[], months: number | null = null) =>
    vacancyText(words, { vacancies }, today, months);

  test('says from when and for which ages', () => {
    expect(text([free()])).toBe('Now, for 2 years to 3 years');
    expect(text([free({ freeFrom: '2026-11-23' })])).toBe('Now, for 2 years to 3 years');
    expect(text([free({ freeFrom: '2027-01-04' })])).toBe(
      'From 4 January 2027, for 2 years to 3 years',
    );
  });

  test('is the soonest, and for the child that was asked for the soonest that fits', () => {
    const baby = free({ ages: { from: 0, to: 23 }, freeFrom: '2027-04-01' });
    expect(text([baby, free()])).toBe('Now, for 2 years to 3 years');
    expect(text([baby, free()], 6)).toBe('From 1 April 2027, for birth to 23 months');
    expect(text([free()], 6), 'none fits: the next there is').toBe('Now, for 2 years to 3 years');
  });

  test('says on which days when it is not on any', () => {
    expect(text([free({ day: 3 }), free({ day: 1 })])).toBe(
      'Now, for 2 years to 3 years (Monday and Wednesday)',
    );
    expect(text([free({ day: 3 }), free()])).toBe('Now, for 2 years to 3 years');
    expect(text([free({ day: 3 }), free({ day: 1, freeFrom: '2027-01-04' })])).toBe(
      'Now, for 2 years to 3 years (Wednesday)',
    );
  });

  test('is full when that was said lately, and unknown when nothing was', () => {
    expect(text([free({ places: 0 })])).toBe('Full');
    expect(text([])).toBeNull();
    expect(text([free({ asAt: '2026-06-01' })])).toBeNull();
  });
});
