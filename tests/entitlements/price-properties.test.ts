import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entitlement } from '#entitlements/entitlement.ts';
import type { OfferPrice, PlaceOffer, WeekOfCare } from '#entitlements/price/place-offer.ts';
import type { PlaceWanted } from '#entitlements/price/place-sum.ts';
import { priceOf, priceOfPlaces, type Price } from '#entitlements/price/price-of.ts';
import { timelineOf } from '#entitlements/timeline-of.ts';
import { childBorn, family, reference, today, worker } from './sample-family.ts';

const child = childBorn('2023-06');
const ask = { child, on: '2027-02-01', today, childrenInCare: 1 };

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const days = fc
  .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 })
  .chain((found) =>
    fc.tuple(
      ...found.map((day) =>
        fc.record({
          day: fc.constant(day),
          start: fc.integer({ min: 28, max: 48 }),
          quarters: fc.integer({ min: 1, max: 44 }),
        }),
      ),
    ),
  )
  .map((found) =>
    found.map(({ day, start, quarters }) => ({
      day,
      from: clock(start * 15),
      to: clock((start + quarters) * 15),
    })),
  );
const week = fc.record<WeekOfCare>({ days, spread: fc.constantFrom('term-time', 'all-year') });

const prices = fc.array(
  fc.record<OfferPrice>({
    unit: fc.constantFrom('hour', 'session', 'day', 'week', 'month', 'visit'),
    pence: fc.integer({ min: 0, max: 60_000 }),
    hours: fc.option(fc.integer({ min: 1, max: 50 }), { nil: null }),
    ages: fc.constant(null),
  }),
  { minLength: 1, maxLength: 4 },
);
const offer = fc.record<PlaceOffer>({
  prices: prices.map((found) => [...found, { unit: 'hour', pence: 731, hours: null, ages: null }]),
  openings: fc.constantFrom(
    [],
    [1, 2, 3, 4, 5].map((day) => ({
      day,
      opens: '08:30',
      closes: '15:00',
      term: 'all-year' as const,
      isFunded: true,
    })),
    [2, 3].map((day) => ({
      day,
      opens: '09:00',
      closes: '12:00',
      term: 'term-time' as const,
      isFunded: false,
    })),
  ),
  funded: fc.array(
    fc.record({
      scheme: fc.constantFrom('universal-3-4', 'working-3-4'),
      hoursAWeek: fc.constantFrom(null, 8, 15),
      isStretched: fc.constantFrom(true, false, null),
    }),
    { maxLength: 2 },
  ),
  extras: fc.array(
    fc.record({ pence: fc.integer({ min: 0, max: 900 }), per: fc.constantFrom('day', 'week') }),
    { maxLength: 2 },
  ),
  weeksOpen: fc.constantFrom(null, 38, 48, 51, 52),
});

/** Timelines with more and more hours: none, 15, 30; with Universal Credit or Tax-Free Childcare. */
const everything = timelineOf(family({ children: [child] }), today, reference);
const hoursOnly = (least: number): readonly Entitlement[] =>
  everything.filter(({ scheme }) =>
    least === 0 ? false : scheme === 'universal' || (least === 30 && scheme === 'working-parents'),
  );
const helped = fc.constantFrom(
  [] as readonly Entitlement[],
  everything.filter(({ scheme }) => scheme === 'tax-free-childcare'),
  timelineOf(
    family({ children: [child], universalCredit: 'yes', adults: [worker] }),
    today,
    reference,
  ).filter(({ scheme }) => scheme === 'universal-credit'),
);

function known(price: Price | null): Price {
  if (!price) throw new Error('No price');
  return price;
}

const places = fc.array(fc.record<PlaceWanted>({ week, offer }), { minLength: 1, maxLength: 2 });

test('never below nothing, lines add up to the penny in each column, help never exceeds its limit', () => {
  fc.assert(
    fc.property(places, helped, fc.constantFrom(0, 15, 30), (wanted, help, hours) => {
      const price = known(priceOfPlaces(wanted, [...help, ...hoursOnly(hours)], reference, ask));
      const columns = ['week', 'month', 'year'] as const;
      const faults = columns.filter((column) => {
        const amounts = price.lines.map((line) => line[column]);
        const taken = price.lines.filter(({ code }) => code !== 'care' && code !== 'extras');
        return (
          price.total[column] < 0 ||
          price.total[column] !== amounts.reduce((sum, amount) => sum + amount, 0) ||
          price.total[column] > price.gross[column] ||
          !amounts.every(Number.isInteger) ||
          taken.some((line) => line[column] > 0)
        );
      });
      expect(faults).toEqual([]);
      const topUp = price.lines.find(({ code }) => code === 'taxFreeChildcare')?.year ?? 0;
      const credit = price.lines.find(({ code }) => code === 'universalCredit')?.month ?? 0;
      expect([topUp >= -200_000, credit >= -107_109]).toEqual([true, true]);
      expect(Math.abs(price.total.month * 12 - price.total.year)).toBeLessThanOrEqual(6);
      expect(
        price.bills.every(({ termWeek, holidayWeek }) => termWeek >= 0 && (holidayWeek ?? 0) >= 0),
      ).toBe(true);
    }),
    { numRuns: 3_000, seed: 10 },
  );
});

test('more funded hours never cost more, at one place or at two', () => {
  fc.assert(
    fc.property(places, helped, (wanted, help) => {
      const totals = [0, 15, 30].map(
        (hours) =>
          known(priceOfPlaces(wanted, [...help, ...hoursOnly(hours)], reference, ask)).total.year,
      );
      expect(totals).toEqual([...totals].sort((one, other) => other - one));
    }),
    { numRuns: 1_500, seed: 11 },
  );
});

test('stretched and in term alone, a family that uses enough hours gets the same in a year', () => {
  const full: WeekOfCare['days'] = [1, 2, 3, 4, 5].map((day) => ({
    day,
    from: '08:00',
    to: '18:00',
  }));
  const weeksOpen = fc.integer({ min: 39, max: 52 });
  fc.assert(
    fc.property(
      weeksOpen,
      fc.constantFrom(15, 30),
      fc.integer({ min: 300, max: 1_500 }),
      (weeks, hours, pence) => {
        const yearly = [true, false].map((isStretched) => {
          const funded = [
            { scheme: 'universal-3-4' as const, hoursAWeek: null, isStretched },
            { scheme: 'working-3-4' as const, hoursAWeek: null, isStretched },
          ];
          const prices: OfferPrice[] = [{ unit: 'hour', pence, hours: null, ages: null }];
          const offered = { prices, openings: [], funded, extras: [], weeksOpen: weeks };
          return known(
            priceOf({ days: full, spread: 'all-year' }, offered, hoursOnly(hours), reference, ask),
          );
        });
        expect(yearly.map((price) => price.hours[0]?.perYear)).toEqual([hours * 38, hours * 38]);
        const [stretched = 0, inTerm = 0] = yearly.map(({ total }) => total.year);
        // A penny's rounding each week, and no more.
        expect(Math.abs(stretched - inTerm)).toBeLessThanOrEqual(weeks);
      },
    ),
    { numRuns: 300, seed: 12 },
  );
});

test('two places never use more than the child has', () => {
  fc.assert(
    fc.property(places, fc.constantFrom(0, 15, 30), (wanted, hours) => {
      const price = known(priceOfPlaces(wanted, hoursOnly(hours), reference, ask));
      const used = price.hours.reduce((sum, { perYear }) => sum + perYear, 0);
      expect(used).toBeLessThanOrEqual(hours * 38 + 1e-9);
    }),
    { numRuns: 1_000, seed: 13 },
  );
});
