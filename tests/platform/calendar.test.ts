import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import bankHolidays from '#content/reference/bank-holidays.json' with { type: 'json' };
import { closedDays } from '#platform/calendar/closed-days.ts';
import { addDays, isoWeekday, londonDay, londonTime } from '#platform/calendar/london-time.ts';
import {
  addWorkingDays,
  dueDay,
  isWorkingDay,
  receivedDay,
  workingDaysBetween,
} from '#platform/calendar/working-days.ts';
import { readSettings } from '#platform/settings/settings.ts';

const closed = closedDays(readSettings({}));
const at = (iso: string) => new Date(iso);

describe('London’s clock', () => {
  test.each([
    ['2026-03-29T00:59:59Z', '2026-03-29', 0],
    ['2026-03-29T01:00:00Z', '2026-03-29', 2],
    ['2026-10-25T00:30:00Z', '2026-10-25', 1],
    ['2026-10-25T01:30:00Z', '2026-10-25', 1],
    ['2026-06-30T23:30:00Z', '2026-07-01', 0],
    ['2026-12-31T23:59:59Z', '2026-12-31', 23],
  ])('%s is %s, hour %i', (iso, day, hour) => {
    expect(londonTime(at(iso))).toEqual({ day, hour });
    expect(londonDay(at(iso))).toBe(day);
  });

  test('a day is a day, also when the clocks change and at the end of February', () => {
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
    expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect([isoWeekday('2026-11-23'), isoWeekday('2026-11-29')]).toEqual([1, 7]);
  });
});

describe('a target counts from the day of receipt', () => {
  test.each([
    ['an ordinary morning', '2026-11-23T10:00:00Z', '2026-11-23', '2026-11-25'],
    ['a second before five', '2026-11-23T16:59:59Z', '2026-11-23', '2026-11-25'],
    ['five o’clock', '2026-11-23T17:00:00Z', '2026-11-24', '2026-11-26'],
    ['five o’clock in summer', '2026-06-15T16:00:00Z', '2026-06-16', '2026-06-18'],
    ['a minute before five in summer', '2026-06-15T15:59:00Z', '2026-06-15', '2026-06-17'],
    ['a Friday evening', '2026-11-27T18:00:00Z', '2026-11-30', '2026-12-02'],
    ['a Saturday', '2026-11-28T09:00:00Z', '2026-11-30', '2026-12-02'],
    ['a Sunday evening', '2026-11-29T20:00:00Z', '2026-11-30', '2026-12-02'],
    ['Christmas Eve', '2026-12-24T10:00:00Z', '2026-12-24', '2026-12-30'],
    ['Christmas Eve after five', '2026-12-24T17:30:00Z', '2026-12-29', '2026-12-31'],
    ['Boxing Day’s substitute', '2026-12-28T10:00:00Z', '2026-12-29', '2026-12-31'],
  ])('%s', (_name, iso, received, due) => {
    expect(receivedDay(at(iso), closed)).toBe(received);
    expect(dueDay(at(iso), 2, closed)).toBe(due);
  });

  test('the council’s own closed days count as closed too', () => {
    const own = closedDays(readSettings({ CLOSED_DAYS: '2026-11-24, 2026-11-25' }));
    expect(dueDay(at('2026-11-23T10:00:00Z'), 2, own)).toBe('2026-11-27');
  });
});

describe('working days, whatever the day and the closed days', () => {
  const days = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2025-01-01', count));
  const counts = fc.integer({ min: 0, max: 40 });
  const closures = fc.uniqueArray(days, { maxLength: 60 }).map((list) => new Set(list));

  test('never land on a closed day', () => {
    fc.assert(
      fc.property(days, counts, closures, (day, count, shut) => {
        expect(isWorkingDay(addWorkingDays(day, count, shut), shut)).toBe(true);
      }),
    );
  });

  test('never come sooner for a later start or a longer target', () => {
    fc.assert(
      fc.property(days, days, counts, closures, (one, other, count, shut) => {
        const [early, late] = [one, other].sort();
        const from = (day = '') => addWorkingDays(day, count, shut);
        expect(from(early) <= from(late)).toBe(true);
        expect(from(early) < addWorkingDays(early ?? '', count + 1, shut)).toBe(true);
      }),
    );
  });

  test('add up: five and then three are eight', () => {
    fc.assert(
      fc.property(days, counts, counts, closures, (day, first, second, shut) => {
        const inTwo = addWorkingDays(addWorkingDays(day, first, shut), second, shut);
        expect(inTwo).toBe(addWorkingDays(day, first + second, shut));
      }),
    );
  });

  test('counted back give the number that was added, with the sign of the direction', () => {
    fc.assert(
      fc.property(days, counts, closures, (day, count, shut) => {
        const start = addWorkingDays(day, 0, shut);
        const end = addWorkingDays(start, count, shut);
        expect(workingDaysBetween(start, end, shut)).toBe(count);
        expect(workingDaysBetween(end, start, shut)).toBe(count === 0 ? 0 : -count);
      }),
    );
  });
});

describe('the list of bank holidays', () => {
  test('says where it is from, when it was checked and how far it reaches', () => {
    expect(bankHolidays.source).toMatch(/^https:\/\/www\.gov\.uk\//);
    expect(bankHolidays.checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    const dates = bankHolidays.days.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates.every((date) => addDays(date, 0) === date && isoWeekday(date) <= 5)).toBe(true);
    expect(bankHolidays.effectiveTo).toBe(dates.at(-1));
  });

  test('reaches at least six months beyond today: refresh it from GOV.UK when this fails', () => {
    const inSixMonths = addDays(londonDay(new Date()), 183);
    expect(bankHolidays.effectiveTo >= inSixMonths).toBe(true);
    expect(bankHolidays.days.some(({ date }) => date >= inSixMonths)).toBe(true);
  });
});
