import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fundedHoursOn } from '#entitlements/funded-hours.ts';
import type { PlaceOffer, WeekOfCare } from '#entitlements/price/place-offer.ts';
import { priceOf } from '#entitlements/price/price-of.ts';
import {
  entitlementsSaid,
  laterHours,
  saidChildOf,
  saidHelps,
  type Said,
  type SaidHours,
} from '#entitlements/price/said-help.ts';
import { reference, today } from './sample-family.ts';

const said = (change: Partial<Said>): Said => ({
  born: '2024-08',
  hours: [],
  help: 'none',
  dla: false,
  ...change,
});
const hoursOf = (change: Partial<Said>, on = today) =>
  fundedHoursOn(entitlementsSaid(said(change), today, reference), 'child', on);
const schemesOf = (change: Partial<Said>) =>
  entitlementsSaid(said(change), today, reference)
    .filter(({ verdict }) => verdict !== 'no')
    .map(({ scheme, verdict }) => `${scheme} ${verdict}`);

describe('funded hours that a family says it has', () => {
  // 22 November 2026: 2 years old since August 2026, so from the term of 1 September.
  test.each<[string, readonly SaidHours[], number]>([
    ['2024-08', [], 0],
    ['2024-08', ['extra-support'], 15],
    ['2024-08', ['working'], 30],
    ['2024-08', ['working', 'extra-support'], 30],
    ['2024-10', ['extra-support'], 0],
    ['2023-08', [], 15],
    ['2023-08', ['working'], 30],
    ['2026-01', ['working'], 0],
    ['2025-11', ['working'], 30],
    ['2021-08', ['working'], 0],
  ])('born in %s with %o: %i a week', (born, hours, perWeek) => {
    expect(hoursOf({ born, hours })).toBe(perWeek);
  });

  test('begin with the term after the birthday, not before', () => {
    const born = '2024-10';
    expect(hoursOf({ born, hours: ['extra-support'] }, '2026-12-31')).toBe(0);
    expect(hoursOf({ born, hours: ['extra-support'] }, '2027-01-01')).toBe(15);
    const lines = entitlementsSaid(said({ born, hours: ['extra-support'] }), today, reference);
    expect(laterHours(lines, today)).toBe('2027-01-01');
  });

  test('of which it is not sure are perhaps, and so in no sum', () => {
    expect(hoursOf({ hours: ['not-sure'] })).toBe(0);
    expect(schemesOf({ hours: ['not-sure'] })).toContain('working-parents perhaps');
  });
});

test('help with the bill is the one that was said, never two', () => {
  expect(schemesOf({ help: 'universal-credit' })).toContain('universal-credit yes');
  expect(schemesOf({ help: 'tax-free-childcare' })).toContain('tax-free-childcare yes');
  for (const help of saidHelps) {
    const sure = schemesOf({ help }).filter((one) => /credit yes|childcare yes/.test(one));
    expect(sure).toHaveLength(help === 'none' || help === 'not-sure' ? 0 : 1);
  }
});

const week: fc.Arbitrary<WeekOfCare> = fc.record({
  days: fc
    .subarray([1, 2, 3, 4, 5], { minLength: 1 })
    .chain((days) =>
      fc
        .constantFrom('12:00', '15:30', '18:00')
        .map((to) => days.map((day) => ({ day, from: '08:00', to }))),
    ),
  spread: fc.constantFrom('term-time', 'all-year'),
});
const offer: PlaceOffer = {
  prices: [
    { unit: 'hour', pence: 640, hours: null, ages: null },
    { unit: 'day', pence: 5_900, hours: 10, ages: null },
  ],
  openings: [],
  funded: (['working-under-2', 'working-2', 'extra-support-2', 'working-3-4'] as const).map(
    (scheme) => ({ scheme, hoursAWeek: null, isStretched: true }),
  ),
  extras: [],
  weeksOpen: 51,
};

test('who says more of what it has never pays more, and never less than nothing', () => {
  const born = fc.constantFrom('2022-09', '2023-03', '2024-02', '2024-08', '2025-06', '2026-09');
  const more = fc.constantFrom<SaidHours>('working', 'extra-support');
  fc.assert(
    fc.property(week, born, more, fc.constantFrom(...saidHelps), (wanted, month, hours, help) => {
      const pays = (change: Partial<Said>): number => {
        const all = said({ born: month, help, ...change });
        const lines = entitlementsSaid(all, today, reference);
        const ask = { child: saidChildOf(all, today), on: today, today, childrenInCare: 1 };
        return priceOf(wanted, offer, lines, reference, ask)?.total.year ?? NaN;
      };
      const [none, some, both] = [
        pays({}),
        pays({ hours: [hours] }),
        pays({ hours: ['working', 'extra-support'] }),
      ];
      expect(both).toBeGreaterThanOrEqual(0);
      expect(both).toBeLessThanOrEqual(some);
      expect(some).toBeLessThanOrEqual(none);
      expect(none).toBeLessThanOrEqual(pays({ help: 'none' }));
    }),
    { numRuns: 150, seed: 21 },
  );
});
