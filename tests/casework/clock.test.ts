import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clockText } from '#casework/case-words.ts';
import { clockOf } from '#casework/queue/queue.ts';
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
