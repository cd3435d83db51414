import { describe, expect, test } from 'vitest';
import {
  codeDeadline,
  compulsorySchoolStart,
  graceEnd,
  receptionStart,
  termAfter,
  termOfWorkStart,
  youngChildUntil,
} from '#entitlements/terms.ts';
import { addDays } from '#platform/calendar/london-time.ts';
import { reference } from './sample-family.ts';

const { terms } = reference;

/** First and last day of a row, and the day that the published table gives for all of it. */
type Row = readonly [first: string, last: string, gives: string];

/** Every day of the row gives the same, so both ends do, and the days beside them do not. */
function holds(rule: (day: string) => string, [first, last, gives]: Row) {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  expect(new Set(days.map(rule))).toEqual(new Set([gives]));
  expect(rule(addDays(first, -1))).not.toBe(gives);
  expect(rule(addDays(last, 1))).not.toBe(gives);
}

describe('hours begin in the term after a child reaches the age (SI 2014/2147 reg 3(4))', () => {
  test.each<Row>([
    ['2026-01-01', '2026-03-31', '2026-04-01'],
    ['2026-04-01', '2026-08-31', '2026-09-01'],
    ['2026-09-01', '2026-12-31', '2027-01-01'],
    ['2028-01-01', '2028-03-31', '2028-04-01'],
  ])('from %s to %s: %s', (...row) => holds((day) => termAfter(terms, day), row));
});

describe('a code is needed before the term begins', () => {
  test.each([
    ['2026-09-01', '2026-08-31'],
    ['2027-01-01', '2026-12-31'],
    ['2027-04-01', '2027-03-31'],
  ])('for the term of %s by %s', (term, by) => expect(codeDeadline(terms, term)).toBe(by));
});

describe('starting, or going back to, work opens a term', () => {
  test.each<Row>([
    ['2026-05-01', '2026-09-30', '2026-09-01'],
    ['2026-10-01', '2027-01-31', '2027-01-01'],
    ['2027-02-01', '2027-04-30', '2027-04-01'],
  ])('from %s to %s: %s', (...row) => holds((day) => termOfWorkStart(terms, day), row));
});

describe('the grace period', () => {
  test.each([
    ['2026-01-01', '2026-02-10', '2026-03-31'],
    ['2026-02-11', '2026-03-31', '2026-08-31'],
    ['2026-04-01', '2026-05-26', '2026-08-31'],
    ['2026-05-27', '2026-08-31', '2026-12-31'],
    ['2026-09-01', '2026-10-21', '2026-12-31'],
    ['2026-10-22', '2026-12-31', '2027-03-31'],
    ['2027-02-11', '2027-03-31', '2027-08-31'],
  ])('found not to qualify from %s to %s: until %s', (first, last, until) => {
    for (let day = first; day <= last; day = addDays(day, 1)) {
      expect(graceEnd(terms, day)).toBe(until);
    }
  });

  test('its rows meet without a gap and change on the published days', () => {
    const ends = [
      '2026-02-10',
      '2026-02-11',
      '2026-05-26',
      '2026-05-27',
      '2026-10-21',
      '2026-10-22',
    ];
    expect(ends.map((day) => graceEnd(terms, day))).toEqual([
      '2026-03-31',
      '2026-08-31',
      '2026-08-31',
      '2026-12-31',
      '2026-12-31',
      '2027-03-31',
    ]);
  });
});

describe('school', () => {
  test.each([
    ['2022-08-31', '2026-09-01', '2027-09-01', '2027-08-31'],
    ['2022-09-01', '2027-09-01', '2028-01-01', '2028-08-31'],
    ['2022-12-31', '2027-09-01', '2028-01-01', '2028-08-31'],
    ['2023-01-01', '2027-09-01', '2028-04-01', '2028-08-31'],
    ['2023-03-31', '2027-09-01', '2028-04-01', '2028-08-31'],
    ['2023-04-01', '2027-09-01', '2028-09-01', '2028-08-31'],
    ['2022-09', '2027-09-01', '2028-01-01', '2028-08-31'],
    ['2022-08', '2026-09-01', '2027-09-01', '2027-08-31'],
  ])('born %s: reception from %s, must be in education from %s, young until %s', (...row) => {
    const [born, reception, compulsory, young] = row;
    expect(receptionStart(terms, born)).toBe(reception);
    expect(compulsorySchoolStart(terms, born)).toBe(compulsory);
    expect(youngChildUntil(terms, born)).toBe(young);
  });
});

test('vouchers are closed to whoever had none by 4 October 2018', () => {
  expect(terms.vouchers.closedToNewOn).toBe('2018-10-04');
});

test('a term begins within five months of any day, with a code to be had until the day before', () => {
  for (let day = '2026-01-01'; day < '2031-01-01'; day = addDays(day, 1)) {
    const start = termAfter(terms, day);
    expect(start > day && start <= addDays(day, 153), day).toBe(true);
    expect(codeDeadline(terms, start)).toBe(addDays(start, -1));
    expect(graceEnd(terms, day) > day || graceEnd(terms, day) === day, day).toBe(true);
    expect(termAfter(terms, graceEnd(terms, day))).toBe(addDays(graceEnd(terms, day), 1));
  }
});
