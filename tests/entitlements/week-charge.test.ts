import { describe, expect, test } from 'vitest';
import type { OfferPrice, PlaceOffer, WeekOfCare } from '#entitlements/price/place-offer.ts';
import { priceOf } from '#entitlements/price/price-of.ts';
import { childBorn, reference, today } from './sample-family.ts';

const price = (
  unit: OfferPrice['unit'],
  pence: number,
  hours: number | null = null,
): OfferPrice => ({
  unit,
  pence,
  hours,
  ages: null,
});
const hourly: PlaceOffer = {
  prices: [price('hour', 600)],
  openings: [],
  funded: [],
  extras: [],
  weeksOpen: 50,
};
const week = (days: number, to: string, spread: WeekOfCare['spread']): WeekOfCare => ({
  days: Array.from({ length: days }, (_, place) => ({ day: place + 1, from: '08:00', to })),
  spread,
});

const child = childBorn('2024-08');
const ask = { child, on: '2027-02-01', today, childrenInCare: 1 };

describe('the cheapest that covers the week', () => {
  const charged = (prices: readonly OfferPrice[], days = 2, to = '18:00') =>
    priceOf(week(days, to, 'term-time'), { ...hourly, prices }, [], reference, ask)?.lines.map(
      ({ charge, week: pence }) => [charge?.unit, charge?.quantity, pence],
    );
  test.each<[string, OfferPrice[], unknown]>([
    ['an hour', [price('hour', 650)], [['hour', 20, 13_000]]],
    ['two sessions a day', [price('session', 3_000, 5)], [['session', 4, 12_000]]],
    [
      'a day, cheaper than its hours',
      [price('hour', 650), price('day', 6_000, 10)],
      [['day', 2, 12_000]],
    ],
    [
      'hours, when the day is too short',
      [price('hour', 650), price('day', 6_000, 9)],
      [['hour', 20, 13_000]],
    ],
    ['a week', [price('day', 6_000, 10), price('week', 11_000)], [['week', 1, 11_000]]],
    [
      'not a week of too few hours',
      [price('day', 6_000, 10), price('week', 9_000, 15)],
      [['day', 2, 12_000]],
    ],
    ['a month', [price('month', 52_000)], [['month', 12 / 52, 12_000]]],
  ])('%s', (_name, prices, lines) => expect(charged(prices)).toEqual(lines));

  test('a price for another age does not count; without any price there is no sum', () => {
    const forBabies = { ...price('hour', 500), ages: { from: 0, to: 23 } };
    const forTwo = { ...price('hour', 600), ages: { from: 24, to: 35 } };
    expect(charged([forBabies, forTwo])).toEqual([['hour', 20, 12_000]]);
    expect(charged([forBabies])).toBeUndefined();
    expect(charged([price('visit', 500)])).toBeUndefined();
  });

  test('a place that is open in term alone is not paid in holidays', () => {
    const openings = [1, 2].map((day) => ({
      day,
      opens: '08:00',
      closes: '18:00',
      term: 'term-time' as const,
      isFunded: false,
    }));
    const found = priceOf(
      week(2, '18:00', 'all-year'),
      { ...hourly, openings },
      [],
      reference,
      ask,
    );
    expect(found?.gross.year).toBe(12_000 * 38);
    expect(found?.assumptions).toContain('closedInHolidays');
  });
});
