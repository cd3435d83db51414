import { describe, expect, test } from 'vitest';
import { stepForms } from '#brokerage/ask/step-forms.ts';
import { monthsOld } from '#brokerage/family.ts';
import { parseTyped } from '#platform/http/form.ts';

const forms = stepForms('2026-11-23');

/** What a month and a year in the child's two boxes come to: `born`, or the problem's last word. */
function born(month: string, year: string): string {
  const parsed = parseTyped<{ born: string }>(forms.child, { month: [month], year: [year] });
  return parsed.ok ? parsed.value.born : parsed.problems.map(({ key }) => key).join();
}
const problem = (name: string) => `brokerage:child.born.${name}`;

describe('the child’s month', () => {
  test.each([
    ['5', '2024', '2024-05'],
    ['05', '2024', '2024-05'],
    [' 5 ', ' 2024 ', '2024-05'],
    ['12', '2026', '2026-12'],
    ['11', '2026', '2026-11'],
    ['۵', '۲۰۲۴', '2024-05'],
    ['٥', '٢٠٢٤', '2024-05'],
  ])('%j %j', (month, year, expected) => {
    expect(born(month, year)).toBe(expected);
  });

  test.each([
    ['13', '2024'],
    ['0', '2024'],
    ['-1', '2024'],
    ['5.5', '2024'],
    ['May', '2024'],
    ['5', '24'],
    ['5', '20244'],
    ['5', ''],
    ['', '2024'],
    ['5', '2024x'],
    ['1e1', '2024'],
    ['0x5', '2024'],
  ])('%j %j is no month and year', (month, year) => {
    expect(born(month, year)).toBe(problem('wrong'));
  });

  test('may be up to ten months ahead, for a baby that is due', () => {
    expect(born('9', '2027')).toBe('2027-09');
    expect(born('10', '2027')).toBe(problem('tooFar'));
  });

  test('may be up to twenty years ago', () => {
    expect(born('11', '2006')).toBe('2006-11');
    expect(born('10', '2006')).toBe(problem('tooOld'));
  });

  test('its bounds move with the day', () => {
    const parsed = parseTyped(stepForms('2026-12-01').child, { month: ['10'], year: ['2027'] });
    expect(parsed).toMatchObject({ ok: true });
  });
});

describe('the month care is needed from', () => {
  const start = (month: string, year: string) => {
    const typed = { month: [month], year: [year], notSure: ['yes'] };
    const parsed = parseTyped<{ start: string }>(forms.times, typed);
    return parsed.ok ? parsed.value.start : parsed.problems.map(({ field }) => field).join();
  };

  test('may be left out', () => {
    expect(start('', '')).toBe('');
    expect(start('1', '2027')).toBe('2027-01');
  });

  test('half of it is a problem with the month', () => {
    expect(start('1', '')).toBe('month');
    expect(start('', '2027')).toBe('month');
    expect(start('14', '2027')).toBe('month');
  });

  test('a wrong month and no time at all are two problems', () => {
    const parsed = parseTyped(forms.times, { month: ['14'], year: ['2027'] });
    expect(parsed.ok ? [] : parsed.problems.map(({ field }) => field).sort()).toEqual([
      'month',
      'slots',
    ]);
  });
});

test('an age is counted in months from the month of birth, before birth too', () => {
  expect(monthsOld('2024-05', '2026-11-23')).toBe(30);
  expect(monthsOld('2026-11', '2026-11-23')).toBe(0);
  expect(monthsOld('2027-03', '2026-11-23')).toBe(-4);
  expect(monthsOld('2024-05', '2027-01')).toBe(32);
});
