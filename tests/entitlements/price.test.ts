import { describe, expect, test } from 'vitest';
import { compareHelp } from '#entitlements/compare-help.ts';
import type { OfferPrice, PlaceOffer, WeekOfCare } from '#entitlements/price/place-offer.ts';
import { priceOf, priceOfPlaces, type Price } from '#entitlements/price/price-of.ts';
import { timelineOf } from '#entitlements/timeline-of.ts';
import { childBorn, family, reference, today, worker } from './sample-family.ts';

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
const everyHour = (isStretched: boolean | null): PlaceOffer => ({
  ...hourly,
  funded: [
    { scheme: 'working-under-2', hoursAWeek: null, isStretched },
    { scheme: 'working-2', hoursAWeek: null, isStretched },
    { scheme: 'universal-3-4', hoursAWeek: null, isStretched },
  ],
});
const week = (days: number, to: string, spread: WeekOfCare['spread']): WeekOfCare => ({
  days: Array.from({ length: days }, (_, place) => ({ day: place + 1, from: '08:00', to })),
  spread,
});

/** A two-year-old with 30 funded hours from January 2027. */
const child = childBorn('2024-08');
const working = family({ children: [child] });
const ask = { child, on: '2027-02-01', today, childrenInCare: 1 };
const onCredit = family({
  children: [child],
  universalCredit: 'yes',
  adults: [{ ...worker, earnsMinimum: 'no' }],
});
const timelineFor = (circumstances = working) => timelineOf(circumstances, today, reference);

function sum(found: Price | null) {
  if (!found) throw new Error('No price');
  return Object.fromEntries(found.lines.map(({ code, year }) => [code, year]));
}

describe('a sum by hand', () => {
  test('40 hours at £6 in term: 30 of them free, Tax-Free Childcare on the rest', () => {
    const found = priceOf(
      week(4, '18:00', 'term-time'),
      everyHour(null),
      timelineFor(),
      reference,
      ask,
    );
    // 40 × £6 × 38 = £9,120; 30 of 40 hours free leaves £2,280; a fifth of that is £456.
    expect(sum(found)).toEqual({ care: 912_000, fundedHours: -684_000, taxFreeChildcare: -45_600 });
    expect(found?.total).toEqual({ week: 4_800, month: 15_200, year: 182_400 });
    expect(found?.gross).toEqual({ week: 24_000, month: 76_000, year: 912_000 });
    expect(found?.bills).toEqual([{ termWeek: 6_000, holidayWeek: null }]);
  });

  test('all year, not stretched: holidays are paid in full', () => {
    const found = priceOf(
      week(4, '18:00', 'all-year'),
      everyHour(false),
      timelineFor(),
      reference,
      ask,
    );
    // 50 weeks of £240 less 38 weeks of £180; the top-up stops at £2,000 only later.
    expect(sum(found)).toEqual({
      care: 1_200_000,
      fundedHours: -684_000,
      taxFreeChildcare: -103_200,
    });
    expect(found?.bills).toEqual([{ termWeek: 6_000, holidayWeek: 24_000 }]);
    expect(found?.assumptions).toContain('hoursInTermOnly');
  });

  test('all year, stretched: 1,140 hours over 50 weeks are 22.8 a week', () => {
    const found = priceOf(
      week(4, '18:00', 'all-year'),
      everyHour(true),
      timelineFor(),
      reference,
      ask,
    );
    expect(found?.hours[0]).toEqual({
      perTermWeek: 22.8,
      perHolidayWeek: 22.8,
      perYear: 1140,
      isStretched: true,
    });
    expect(found?.bills).toEqual([{ termWeek: 10_320, holidayWeek: 10_320 }]);
  });

  test('Universal Credit: 85% of the bill, up to its limit a month', () => {
    const small = priceOf(
      week(1, '18:00', 'term-time'),
      hourly,
      timelineFor(onCredit),
      reference,
      ask,
    );
    expect(sum(small)).toEqual({ care: 228_000, universalCredit: -193_800 });
    const large = priceOf(
      week(5, '18:00', 'all-year'),
      hourly,
      timelineFor(onCredit),
      reference,
      ask,
    );
    expect(sum(large)).toEqual({
      care: 1_500_000,
      universalCredit: -1_275_000,
    });
    const dear = { ...hourly, prices: [price('hour', 700)] };
    const capped = priceOf(
      week(5, '18:00', 'all-year'),
      dear,
      timelineFor(onCredit),
      reference,
      ask,
    );
    expect(sum(capped)['universalCredit']).toBe(-107_109 * 12);
    const more = priceOf(week(5, '18:00', 'all-year'), dear, timelineFor(onCredit), reference, {
      ...ask,
      childrenInCare: 2,
    });
    expect(sum(more)['universalCredit']).toBe(-1_487_500);
    expect(more?.assumptions).toContain('universalCreditAtMost');
  });

  test('Tax-Free Childcare stops at £2,000 a year, with a disability at £4,000', () => {
    const dear = { ...hourly, prices: [price('day', 9_000)] };
    const full = week(5, '18:00', 'all-year');
    expect(sum(priceOf(full, dear, timelineFor(), reference, ask))['taxFreeChildcare']).toBe(
      -200_000,
    );
    const disabled = { ...child, dla: 'yes' as const };
    const timeline = timelineFor(family({ children: [disabled] }));
    const found = priceOf(full, dear, timeline, reference, { ...ask, child: disabled });
    expect(sum(found)['taxFreeChildcare']).toBe(-400_000);
  });

  test('after the tax year Universal Credit’s limit is not known, and nothing is taken off', () => {
    const later = { ...ask, today: '2027-04-06' };
    const found = priceOf(
      week(1, '18:00', 'term-time'),
      hourly,
      timelineFor(onCredit),
      reference,
      later,
    );
    expect(sum(found)).toEqual({ care: 228_000 });
    expect(found?.assumptions).toContain('limitNotKnown');
  });

  test('extras are paid on top of free hours', () => {
    const offer = {
      ...everyHour(null),
      extras: [
        { pence: 350, per: 'day' as const },
        { pence: 500, per: 'week' as const },
      ],
    };
    const found = priceOf(week(3, '18:00', 'term-time'), offer, timelineFor(), reference, ask);
    expect(sum(found)).toEqual({
      care: 684_000,
      extras: 58_900,
      fundedHours: -684_000,
      taxFreeChildcare: -11_780,
    });
    expect(found?.assumptions).not.toContain('extrasNotKnown');
  });

  test('what is only perhaps theirs is not counted, and the sum says so', () => {
    const unsure = family({ children: [child], adults: [{ ...worker, overLimit: 'not-sure' }] });
    const found = priceOf(
      week(1, '18:00', 'term-time'),
      everyHour(null),
      timelineFor(unsure),
      reference,
      ask,
    );
    expect(sum(found)).toEqual({ care: 228_000 });
    expect(found?.assumptions).toContain('perhapsNotCounted');
  });

  test('a place that does not take the child’s hours', () => {
    const found = priceOf(week(1, '18:00', 'term-time'), hourly, timelineFor(), reference, ask);
    expect(found?.assumptions).toContain('noFundedPlaceHere');
    expect(found?.hours[0]?.perYear).toBe(0);
  });

  test('at school age hours count only for a child who starts later', () => {
    const older = childBorn('2023-02');
    const timeline = timelineFor(family({ children: [older] }));
    const at = { ...ask, child: older, on: '2027-10-04' };
    const inTerm = week(1, '18:00', 'term-time');
    expect(priceOf(inTerm, everyHour(null), timeline, reference, at)?.hours[0]?.perYear).toBe(0);
    const deferred = { ...at, isDeferred: true };
    expect(priceOf(inTerm, everyHour(null), timeline, reference, deferred)?.hours[0]?.perYear).toBe(
      380,
    );
  });

  test('a place may give fewer hours a week, or only at some times', () => {
    const few = {
      ...hourly,
      funded: [{ scheme: 'working-2' as const, hoursAWeek: 12, isStretched: null }],
    };
    const inTerm = week(4, '18:00', 'term-time');
    expect(priceOf(inTerm, few, timelineFor(), reference, ask)?.hours[0]?.perYear).toBe(12 * 38);
    const openings = [1, 2, 3, 4].flatMap((day) => [
      { day, opens: '08:00', closes: '18:00', term: 'all-year' as const, isFunded: false },
      { day, opens: '09:00', closes: '12:00', term: 'all-year' as const, isFunded: true },
    ]);
    const mornings = { ...everyHour(null), openings };
    const found = priceOf(inTerm, mornings, timelineFor(), reference, ask);
    expect(found?.hours[0]?.perTermWeek).toBe(12);
    expect(found?.assumptions).not.toContain('outsideOpeningHours');
    const late = priceOf(week(4, '19:00', 'term-time'), mornings, timelineFor(), reference, ask);
    expect(late?.assumptions).toContain('outsideOpeningHours');
  });
});

describe('two places', () => {
  test('share the hours, the dearer hours first', () => {
    const nursery = {
      week: week(2, '18:00', 'term-time'),
      offer: { ...everyHour(null), prices: [price('hour', 800)] },
    };
    const minder = { week: week(2, '18:00', 'term-time'), offer: everyHour(null) };
    const found = priceOfPlaces([minder, nursery], timelineFor(), reference, ask);
    expect(found?.hours.map(({ perTermWeek }) => perTermWeek)).toEqual([10, 20]);
    expect(found?.bills.map(({ termWeek }) => termWeek)).toEqual([6_000, 0]);
    expect(found?.total.year).toBe(6_000 * 38 * 0.8);
  });

  test('one without a price leaves the sum unknown', () => {
    const wanted = week(1, '12:00', 'term-time');
    const places = [
      { week: wanted, offer: hourly },
      { week: wanted, offer: { ...hourly, prices: [] } },
    ];
    expect(priceOfPlaces(places, [], reference, ask)).toBeNull();
    expect(priceOfPlaces([], [], reference, ask)).toBeNull();
  });
});

describe('Tax-Free Childcare or Universal Credit', () => {
  test.each([
    [[20_000], 'universal-credit', 16_667, 73_667],
    [[50_000, 50_000], 'universal-credit', 33_334, 183_616],
    [[0], 'the-same', 0, 0],
  ] as const)('for %o pence a week: %s', (weekly, better, taxFreeChildcare, universalCredit) => {
    const costs = weekly.map((pence) => ({ pence, isDisabled: false }));
    expect(compareHelp(costs, today, reference)).toEqual({
      better,
      taxFreeChildcare,
      universalCredit,
    });
  });

  test('is not said when a limit is not known', () => {
    expect(compareHelp([{ pence: 1, isDisabled: false }], '2027-04-06', reference)).toBeNull();
  });
});
