import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clockText } from '#casework/case-words.ts';
import { clockOf } from '#casework/queue/queue.ts';
import { clockChange, startClocks, workingDaysWaited } from '#brokerage/case-clocks.ts';
import { addDays, londonDay } from '#platform/calendar/london-time.ts';
import {
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
} from '#platform/calendar/working-days.ts';
import { workingHoursBetween } from '#platform/calendar/working-hours.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { readSettings } from '#platform/settings/settings.ts';

const settings = readSettings({});
const locales = join(import.meta.dirname, '../../content/locales');
const words = openCatalogue(locales, ['en']).speak('en');

describe('a clock', () => {
  const said = (today: string, due: string | null) =>
    clockText(words, clockOf(due, today, closedDays(settings)), due);

  test.each([
    ['2026-12-22', 'Thursday 24 December, in 2 working days'],
    ['2026-12-23', 'Thursday 24 December, in 1 working day'],
    ['2026-12-24', 'Due today'],
    ['2026-12-25', 'Overdue by 1 working day'],
    ['2026-12-28', 'Overdue by 1 working day'],
    ['2026-12-29', 'Overdue by 1 working day'],
    ['2026-12-30', 'Overdue by 2 working days'],
  ])('of what is due on Christmas Eve, read on %s: %s', (today, text) => {
    expect(said(today, '2026-12-24')).toBe(text);
  });

  test('before a bank holiday counts only the days on which somebody works', () => {
    expect(said('2026-12-24', '2026-12-29')).toBe('Tuesday 29 December, in 1 working day');
    expect(said('2026-12-26', '2026-12-29')).toBe('Tuesday 29 December, in 1 working day');
  });

  test('of a closed case is still', () => {
    expect(said('2026-12-24', null)).toBe('No clock');
  });
});

const closed = closedDays(readSettings({ CLOSED_DAYS: '2026-12-29,2026-12-30,2026-12-31' }));
const placeCase = { isUrgent: false, wish: 'place' } as const;
/** Any moment of two years in which the clocks change four times. */
const moments = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2027-12-31T23:59:59Z'),
  noInvalidDate: true,
});
const inOrder = (count: number) =>
  fc
    .array(moments, { minLength: count, maxLength: count })
    .map((all) => all.toSorted((a, b) => a.getTime() - b.getTime()));
const waiting = (since: Date | undefined, optionsDue: string) => ({
  optionsDue,
  optionsAt: null,
  waitingSince: since?.toISOString() ?? null,
});

describe('the two clocks of a request', () => {
  test('start from the day it counts as received, sooner for an urgent one', () => {
    const evening = new Date('2026-11-23T17:00:00Z');
    expect(startClocks(settings, evening, placeCase)).toEqual({
      contactDue: '2026-11-26',
      optionsDue: '2026-12-08',
    });
    expect(startClocks(settings, evening, { ...placeCase, isUrgent: true })).toEqual({
      contactDue: '2026-11-25',
      optionsDue: '2026-12-01',
    });
    const question = { isUrgent: false, wish: 'advice' } as const;
    expect(startClocks(settings, evening, question).optionsDue).toBeNull();
  });

  test('never end on a closed day, and never sooner for what comes later', () => {
    fc.assert(
      fc.property(inOrder(2), ([first, second]) => {
        if (!first || !second) return;
        const [one, other] = [first, second].map((at) => startClocks(settings, at, placeCase));
        const days = [one?.contactDue, one?.optionsDue].map(String);
        expect(days.every((day) => isWorkingDay(day, closedDays(settings)))).toBe(true);
        expect(String(one?.contactDue) <= String(other?.contactDue)).toBe(true);
        expect(String(one?.optionsDue) <= String(other?.optionsDue)).toBe(true);
      }),
    );
  });

  test('a wait for the family moves the options by the working days waited, and a pause in it by no more', () => {
    fc.assert(
      fc.property(inOrder(3), ([from, between, to]) => {
        if (!from || !between || !to) return;
        const due = addWorkingDays(londonDay(from), 10, closed);
        const leave = (since: Date | undefined, at: Date, day: string) =>
          clockChange(waiting(since, day), 'in-progress', at, closed).optionsDue ?? day;
        const once = leave(from, to, due);
        expect(isWorkingDay(once, closed)).toBe(true);
        expect(once >= due).toBe(true);
        expect(workingDaysBetween(due, once, closed)).toBe(
          workingDaysWaited(from.toISOString(), to, closed),
        );
        expect(leave(between, to, leave(from, between, due))).toBe(once);
      }),
    );
  });

  test('a weekend, a holiday and an evening cost the family nothing', () => {
    const moved = (since: string, at: string) =>
      clockChange(waiting(new Date(since), '2027-01-08'), 'in-progress', new Date(at), closed)
        .optionsDue;
    expect(moved('2026-11-27T16:00:00Z', '2026-11-30T09:00:00Z')).toBe('2027-01-11');
    expect(moved('2026-11-27T18:00:00Z', '2026-11-30T09:00:00Z')).toBe('2027-01-08');
    expect(moved('2026-12-24T09:00:00Z', '2027-01-04T09:00:00Z')).toBe('2027-01-11');
  });

  test('stands still from the first day of waiting, is not started twice, and does not move once met', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    const idle = waiting(undefined, '2026-12-04');
    expect(clockChange(idle, 'waiting-family', now, closed)).toEqual({
      waitingSince: now.toISOString(),
    });
    expect(clockChange(idle, 'waiting-provider', now, closed)).toEqual({});
    const since = waiting(new Date('2026-11-16T10:00:00Z'), '2026-12-04');
    expect(clockChange(since, 'waiting-family', now, closed)).toEqual({});
    expect(clockChange(since, 'closed', now, closed)).toEqual({ waitingSince: null });
    const met = { ...since, optionsAt: '2026-11-16T10:00:00Z' };
    expect(clockChange(met, 'in-progress', now, closed)).toEqual({ waitingSince: null });
  });
});

describe('working hours', () => {
  const { openingHours } = settings.council;
  const hours = (from: string, to: string) =>
    workingHoursBetween(new Date(from), new Date(to), closed, openingHours);

  test.each([
    ['2026-11-23T10:00:00Z', '2026-11-23T12:30:00Z', 2.5],
    ['2026-11-23T16:00:00Z', '2026-11-24T10:00:00Z', 2],
    ['2026-11-27T16:00:00Z', '2026-11-30T10:00:00Z', 2],
    ['2026-12-24T16:00:00Z', '2027-01-04T09:30:00Z', 1.5],
    ['2026-03-27T16:00:00Z', '2026-03-30T09:00:00Z', 2],
    ['2026-11-23T12:00:00Z', '2026-11-23T10:00:00Z', 0],
  ])('from %s to %s are %d', (from, to, count) => {
    expect(hours(from, to)).toBe(count);
  });

  test('add up, and are never more than the hours of the clock', () => {
    fc.assert(
      fc.property(inOrder(3), ([a, b, c]) => {
        if (!a || !b || !c) return;
        const between = (from: Date, to: Date) =>
          workingHoursBetween(from, to, closed, openingHours);
        expect(between(a, b) + between(b, c)).toBeCloseTo(between(a, c));
        expect(between(a, c)).toBeLessThanOrEqual((c.getTime() - a.getTime()) / 3_600_000 + 1 / 60);
      }),
      { numRuns: 30 },
    );
  });
});

test('working days add up, whatever is closed', () => {
  const days = fc.integer({ min: 0, max: 700 }).map((count) => addDays('2026-01-01', count));
  const few = fc.integer({ min: 0, max: 25 });
  fc.assert(
    fc.property(days, few, few, (day, a, b) => {
      const parts = addWorkingDays(addWorkingDays(day, a, closed), b, closed);
      expect(parts).toBe(addWorkingDays(day, a + b, closed));
    }),
  );
});
