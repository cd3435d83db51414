import { describe, expect, test } from 'vitest';
import { hoursCovered } from '#brokerage/match/hours-covered.ts';
import { type Fit } from '#brokerage/match/match.ts';
import type { OpeningTime } from '#directory/provider.ts';

const open = (day: number, opens: string, closes: string): OpeningTime => ({
  day,
  opens,
  closes,
  term: 'all-year',
  session: null,
  isFunded: false,
});

describe('hours', () => {
  const covered = (schedule: readonly OpeningTime[]) =>
    hoursCovered(schedule, ['mon-morning', 'mon-afternoon', 'sat-early']);

  test.each<[string, readonly OpeningTime[], number, Fit]>([
    ['all of them', [open(1, '07:00', '18:30'), open(6, '06:30', '12:00')], 11, 'met'],
    ['a school day', [open(1, '09:00', '15:30')], 6.5, 'unmet'],
    [
      'two sessions with a break',
      [open(1, '09:00', '11:30'), open(1, '12:30', '15:00')],
      5,
      'unmet',
    ],
    [
      'the same hours said twice',
      [open(1, '08:00', '18:00'), open(1, '09:00', '17:00')],
      10,
      'unmet',
    ],
    ['hours that overlap', [open(1, '10:00', '14:00'), open(1, '08:00', '12:00')], 6, 'unmet'],
    ['another day', [open(2, '08:00', '18:00')], 0, 'unmet'],
  ])('%s', (_name, schedule, count, fit) => {
    expect(covered(schedule)).toEqual({ fit, covered: count, wanted: 11 });
  });

  test('are unknown when the place has not said, or the family is not sure', () => {
    expect(covered([])).toEqual({ fit: 'unknown', covered: 0, wanted: 11 });
    expect(hoursCovered([open(1, '08:00', '18:00')], [])).toMatchObject({
      fit: 'unknown',
      wanted: 0,
    });
  });
});
