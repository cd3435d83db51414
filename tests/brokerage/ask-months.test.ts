import { describe, expect, test } from 'vitest';
import { children } from '#brokerage/ask/questions/children.ts';
import { start as startQuestion } from '#brokerage/ask/questions/start.ts';
import { monthsOld } from '#brokerage/family.ts';
import { parseTyped } from '#platform/http/form.ts';

const known = { today: '2026-11-23', children: [], child: 0 };

/** What a month and a year in the child's two boxes come to: `born`, or the problem's last word. */
function born(month: string, year: string): string {
  const parsed = parseTyped(children.form(known), { month: [month], year: [year] });
  return parsed.ok ? (parsed.value[0]?.born ?? '') : parsed.problems.map(({ key }) => key).join();
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
    const later = children.form({ ...known, today: '2026-12-01' });
    const parsed = parseTyped(later, { month: ['10'], year: ['2027'] });
    expect(parsed).toMatchObject({ ok: true });
  });
});

describe('the month care is needed from', () => {
  const start = (when: string, month: string, year: string) => {
    const typed = { when: [when], month: [month], year: [year] };
    const parsed = parseTyped(startQuestion.form(known), typed);
    return parsed.ok ? parsed.value.month : parsed.problems.map(({ field }) => field).join();
  };

  test('is asked for only when a month was chosen', () => {
    expect(start('soon', '', '')).toBe('');
    expect(start('soon', '14', 'x')).toBe('');
    expect(start('month', '1', '2027')).toBe('2027-01');
  });

  test('half of it, or none, is a problem with the month', () => {
    for (const [month = '', year = ''] of [
      ['1', ''],
      ['', '2027'],
      ['14', '2027'],
      ['', ''],
    ])
      expect(start('month', month, year)).toBe('month');
  });
});

test('an age is counted in months from the month of birth, before birth too', () => {
  expect(monthsOld('2024-05', '2026-11-23')).toBe(30);
  expect(monthsOld('2026-11', '2026-11-23')).toBe(0);
  expect(monthsOld('2027-03', '2026-11-23')).toBe(-4);
  expect(monthsOld('2024-05', '2027-01')).toBe(32);
});
