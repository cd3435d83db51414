import { describe, expect, test } from 'vitest';
import { combine } from '#brokerage/match/combine.ts';
import { rankMatches, reasonsFor, type Match } from '#brokerage/match/match.ts';
import type { OpeningTime, Provider } from '#directory/provider.ts';
import { familyWith } from '../support/family.ts';
import { quietPlace } from '../support/place.ts';

const today = '2026-11-23';
const slots = ['mon-morning', 'mon-afternoon', 'tue-morning'] as const;
const family = familyWith(
  { times: { slots: [...slots], notSure: false, term: 'not-sure', note: '' } },
  { groups: [], tasks: [] },
);
const open = (day: number, opens: string, closes: string): OpeningTime => ({
  ...{ day, opens, closes, term: 'all-year', session: null, isFunded: false },
});
const match = (
  id: string,
  schedule: readonly OpeningTime[],
  more: Partial<Provider> = {},
): Match => {
  const provider = quietPlace({ id, schedule, ...more });
  return { provider, miles: 1, reasons: reasonsFor(provider, 1, family, today) };
};
const morning = match('morning', [open(1, '08:00', '13:00'), open(2, '08:00', '13:00')]);
const afternoon = match('afternoon', [open(1, '13:00', '18:00')]);
const pairs = (...matches: readonly Match[]) =>
  combine(rankMatches(matches), slots).map(({ both }) =>
    both.map(({ match: { provider }, covered, slots: parts }) => [provider.id, covered, parts]),
  );

describe('two places together', () => {
  test('cover the week, each with what it covers', () => {
    expect(pairs(morning, afternoon)).toEqual([
      [
        ['afternoon', 5, ['mon-afternoon']],
        ['morning', 10, ['mon-morning', 'tue-morning']],
      ],
    ]);
  });

  test('are not offered where one place covers it alone, or both leave a gap', () => {
    const whole = match('whole', [open(1, '07:00', '19:00'), open(2, '07:00', '19:00')]);
    expect(pairs(morning, afternoon, whole)).toEqual([]);
    expect(pairs(morning, match('short', [open(1, '13:00', '17:00')]))).toEqual([]);
  });

  test('a place that something else speaks against is neither enough alone nor half of a pair', () => {
    const tooOld = { ages: { from: 60, to: 120 } };
    const whole = match('whole', [open(1, '07:00', '19:00'), open(2, '07:00', '19:00')], tooOld);
    expect(pairs(morning, afternoon, whole)).toHaveLength(1);
    expect(pairs(morning, match('old', [open(1, '13:00', '18:00')], tooOld))).toEqual([]);
  });

  test('are five pairs at most', () => {
    const many = [1, 2, 3, 4].flatMap((number) => [
      match(`m${number}`, morning.provider.schedule),
      match(`a${number}`, afternoon.provider.schedule),
    ]);
    expect(pairs(...many)).toHaveLength(5);
  });
});
