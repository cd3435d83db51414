import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, circumstancesFrom } from '#entitlements/circumstances-address.ts';
import { unknownAdult, unknownFamily } from '#entitlements/circumstances.ts';
import { timelineOf } from '#entitlements/timeline-of.ts';
import { anyFamily } from './generated-family.ts';
import { reference, today } from './sample-family.ts';

const read = (address: string) => circumstancesFrom(new URLSearchParams(address), today);

test('a family’s answers survive the address', () => {
  fc.assert(
    fc.property(anyFamily, ({ family }) => {
      const asRead = {
        ...family,
        children: family.children.map((child) => ({ ...child, isDue: child.born > '2026-11' })),
      };
      expect(circumstancesFrom(addressOf(family), today)).toEqual(asRead);
    }),
    { numRuns: 300, seed: 14 },
  );
});

test('an empty address has answered nothing', () => {
  expect(read('')).toEqual(unknownFamily);
  expect(addressOf(unknownFamily).toString()).toBe('adults=1');
});

test('a month after this one is when a baby is due', () => {
  const { children } = read('born-a=2026-11&born-b=2026-12');
  expect(children.map(({ isDue }) => isDue)).toEqual([false, true]);
});

test.each([
  'born-a=2026-13',
  'born-a=1996-01',
  'born-a=2029-01',
  'born-a=<script>',
  'stopped=2027-02-30',
  'starts-1=tomorrow',
  'work-1=king&credit=maybe',
])('%s makes no sense, and so was not said', (address) => {
  expect(read(address)).toEqual(unknownFamily);
  expect(read(`adults=3&${address}`).adults).toEqual([unknownAdult]);
});

test('any address has a timeline', () => {
  fc.assert(
    fc.property(
      fc.webQueryParameters(),
      fc.constantFrom('2026-04', '2019-01', '2027-03'),
      (query, born) => {
        expect(
          timelineOf(read(`born-a=${born}&${query}`), today, reference).length,
        ).toBeGreaterThan(10);
      },
    ),
    { numRuns: 200, seed: 15 },
  );
});
