import { expect, test } from 'vitest';
import { join } from 'node:path';
import { calendarEntries } from '#entitlements/calendar-entries.ts';
import { calendarFile } from '#entitlements/calendar-file.ts';
import { momentsOf } from '#entitlements/moments.ts';
import { timelineOf } from '#entitlements/timeline-of.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { childBorn, family, reference, today } from './sample-family.ts';

const file = calendarFile(
  'What is yours, and when',
  [
    {
      id: 'working-parents-a-deadline',
      on: '2026-12-31',
      title: 'Ask for your code; today is the last day, zażółć gęślą jaźń '.repeat(3),
      description: 'Two lines:\nsecond \\ line',
      url: 'https://fis.example/entitlements',
    },
  ],
  'fis.example',
  new Date('2026-11-22T10:11:12.345Z'),
);
const unfolded = file.replaceAll('\r\n ', '').split('\r\n');

test('a day in the file is a whole day, with its own id and a reminder', () => {
  expect(unfolded).toContain('UID:working-parents-a-deadline@fis.example');
  expect(unfolded).toContain('DTSTAMP:20261122T101112Z');
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20261231');
  expect(unfolded).toContain('DTEND;VALUE=DATE:20270101');
  expect(unfolded).toContain('TRIGGER:-P7D');
  expect(unfolded.at(-1)).toBe('');
});

test('signs with a meaning are escaped, and no line is longer than 75 octets', () => {
  expect(unfolded).toContain('DESCRIPTION:Two lines:\\nsecond \\\\ line');
  expect(unfolded).toContain('X-WR-CALNAME:What is yours\\, and when');
  expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(unfolded.find((line) => line.startsWith('SUMMARY:'))).toContain('code\\; today');
  expect(
    unfolded.find((line) => line.startsWith('SUMMARY:'))?.match(/zażółć gęślą jaźń/g),
  ).toHaveLength(3);
});

test('a baby’s calendar: when to ask, by when, and when hours begin, in the family’s language', () => {
  const moments = momentsOf(
    timelineOf(family({ children: [childBorn('2026-04')] }), today, reference),
    today,
  );
  const hours = moments.filter(({ entitlement: { scheme } }) => scheme === 'working-parents');
  // 16 weeks before the last of January, when the child may turn nine months, is past.
  expect(hours.map(({ on, kind }) => [on, kind])).toEqual([
    ['2027-03-31', 'deadline'],
    ['2027-04-01', 'starts'],
    ['2029-08-31', 'ends'],
    ['2029-09-01', 'starts'],
    ['2030-08-31', 'ends'],
  ]);
  const folder = join(import.meta.dirname, '../../content/locales');
  const polish = openCatalogue(folder, ['en', 'pl']).speak('pl');
  const url = 'https://fis.example/entitlements';
  const entries = calendarEntries(moments, polish, reference, today, url);
  expect(entries[0]?.title).toMatch(/^(?:Może się zacząć|Ostatni dzień)/);
  expect(entries.filter(({ description }) => description.includes('{figure'))).toEqual([]);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
});
