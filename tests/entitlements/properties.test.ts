import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entitlement } from '#entitlements/entitlement.ts';
import { fundedHoursOn } from '#entitlements/funded-hours.ts';
import { momentsOf, reconfirmDays } from '#entitlements/moments.ts';
import { questions, reasons } from '#entitlements/reasons.ts';
import { exclusivePairs, schemeKeys } from '#entitlements/schemes.ts';
import { timelineOf } from '#entitlements/timeline-of.ts';
import { addDays } from '#platform/calendar/london-time.ts';
import { answered, anyFamily } from './generated-family.ts';
import { reference } from './sample-family.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with one line; checked by hand, since 300,000 calls of `expect` take a minute. */
function faultsOf(line: Entitlement, today: string): readonly string[] {
  const { verdict, from, until, apply, decides, why } = line;
  const rules: readonly (readonly [isRight: boolean, fault: string])[] =
    verdict === 'no'
      ? [
          [from === null && until === null && apply === null, 'a refusal has dates'],
          [decides.length === 0, 'a refusal asks'],
          [why.length > 0, 'a refusal says no reason'],
        ]
      : [
          [from !== null && day.test(from), 'does not begin'],
          [until === null || until >= (from ?? ''), 'ends before it begins'],
          [until === null || until >= today, 'is over'],
          [!apply?.by || apply.by >= today, 'is asked for too late'],
          [!apply?.by || !apply.from || apply.by >= apply.from, 'opens after it closes'],
          [decides.length > 0 === (verdict === 'perhaps'), 'asks when it is sure, or does not'],
          [decides.includes('choose') === why.includes('oneOfTwo'), 'chooses without another'],
        ];
  return rules.flatMap(([isRight, fault]) => (isRight ? [] : [`${line.scheme} ${fault}`]));
}

function faultsOfChild(timeline: readonly Entitlement[], id: string): readonly string[] {
  const lines = timeline.filter(({ child }) => child === id);
  const got = lines.filter(({ verdict }) => verdict === 'yes');
  const has = (scheme: string) => got.some((line) => line.scheme === scheme);
  return [
    ...exclusivePairs.filter(([one, other]) => has(one) && has(other)).map(String),
    ...got
      .filter(({ from }) => fundedHoursOn(timeline, id, from ?? '') > 30)
      .map(({ from }) => `more than 30 hours on ${from ?? ''}`),
    ...(new Set(lines.map(({ scheme }) => scheme)).size === schemeKeys.length - 1
      ? []
      : ['a scheme is missing']),
  ];
}

test('10,000 families: lines are whole, nothing excludes another, hours are 30 at most', () => {
  const seen = new Set<string>();
  const said = new Set<string>();
  fc.assert(
    fc.property(anyFamily, ({ family, today }) => {
      const timeline = timelineOf(family, today, reference);
      for (const { scheme, verdict, why, decides } of timeline) {
        seen.add(`${scheme} ${verdict}`);
        for (const code of [...why, ...decides]) said.add(code);
      }
      const faults = [
        ...timeline.flatMap((line) => faultsOf(line, today)),
        ...family.children.flatMap(({ id }) => faultsOfChild(timeline, id)),
      ];
      expect(faults).toEqual([]);
    }),
    { numRuns: 10_000, seed: 6 },
  );
  // The generator reaches every verdict that a scheme has; these, the council or a school decides.
  const neverYes = ['senif', 'holiday-activities', 'wraparound', 'healthy-start'];
  const neverPerhaps = ['universal', 'deferred-reception'];
  const never = [
    ...neverYes.map((key) => `${key} yes`),
    ...neverPerhaps.map((key) => `${key} perhaps`),
  ];
  const all = schemeKeys.flatMap((key) =>
    ['yes', 'perhaps', 'no'].map((verdict) => `${key} ${verdict}`),
  );
  expect(all.filter((one) => !seen.has(one)).sort()).toEqual(never.sort());
  expect([...reasons, ...questions].filter((code) => !said.has(code))).toEqual([]);
}, 20_000);

/** The surest that a scheme gets for a child in a timeline, before a choice between two. */
const verdictsOf = (lines: readonly Entitlement[], scheme: string, child: string | null) =>
  lines
    .filter((line) => line.scheme === scheme && line.child === child)
    .map((line) => (line.why.includes('oneOfTwo') ? 'yes' : line.verdict));

test('not sure never gives yes where no is possible, nor no where yes is', () => {
  const coins = fc.array(fc.boolean(), { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(anyFamily, coins, ({ family, today }, thrown) => {
      const unsure = timelineOf(family, today, reference);
      const sure = timelineOf(answered(family, thrown), today, reference);
      const faults = unsure.filter(({ scheme, child }) => {
        const before = verdictsOf(unsure, scheme, child);
        const after = verdictsOf(sure, scheme, child);
        const isNowRefused = after.every((verdict) => verdict === 'no');
        return before.includes('yes')
          ? isNowRefused
          : before.every((verdict) => verdict === 'no') && !isNowRefused;
      });
      expect(faults).toEqual([]);
    }),
    { numRuns: 2_500, seed: 7 },
  );
}, 20_000);

test('more hours never with less entitlement: work, and support at two, only add', () => {
  const days = Array.from({ length: 30 }, (_, count) => addDays('2026-12-01', count * 61));
  fc.assert(
    fc.property(anyFamily, ({ family, today }) => {
      const more = {
        ...family,
        children: family.children.map((one) => ({ ...one, dla: 'yes' as const })),
      };
      const [less, extra] = [family, more].map((one) => timelineOf(one, today, reference));
      const faults = family.children.flatMap(({ id }) =>
        days.filter(
          (at) =>
            at >= today && fundedHoursOn(extra ?? [], id, at) < fundedHoursOn(less ?? [], id, at),
        ),
      );
      expect(faults).toEqual([]);
    }),
    { numRuns: 1_000, seed: 8 },
  );
}, 20_000);

test('moments are in order, from today on, and none belongs to what is refused', () => {
  fc.assert(
    fc.property(anyFamily, ({ family, today }) => {
      const moments = momentsOf(timelineOf(family, today, reference), today);
      const days = moments.map(({ on }) => on);
      expect(days).toEqual([...days].sort());
      expect(
        moments.filter(({ on, entitlement }) => on < today || entitlement.verdict === 'no'),
      ).toEqual([]);
    }),
    { numRuns: 300, seed: 9 },
  );
});

test('a code is confirmed again every three months, on the last day of a short month', () => {
  expect(reconfirmDays('2026-11-30', '2027-09-01', '2026-11-30', reference)).toEqual([
    '2027-02-28',
    '2027-05-30',
    '2027-08-30',
  ]);
});
