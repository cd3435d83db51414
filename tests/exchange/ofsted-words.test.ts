import { describe, expect, test } from 'vitest';
import { authorityKey } from '#exchange/authority-names.ts';
import { dayIn } from '#exchange/day-in-text.ts';
import { gradeOf, isoDayOf, valueOf } from '#exchange/ofsted-values.ts';
import { isPersonsName } from '#exchange/registered-person.ts';
import { realOfsted, rowsOf } from './support.ts';

test.each([
  ['31/08/2021', '2021-08-31'],
  ['31/08/2021 00:00', '2021-08-31'],
  ['2021-08-31', '2021-08-31'],
  ['2021-08-31T09:30:00.000Z', '2021-08-31'],
  ['29/02/2020', '2020-02-29'],
  ['29/02/2100', null],
  ['31/04/2021', null],
  ['00/01/2021', null],
  ['01/13/2021', null],
  ['1/9/2010', null],
  ['44439', null],
  ['', null],
])('the day "%s" is %s', (text, day) => {
  expect(isoDayOf(text)).toBe(day);
});

test.each([
  ['Childcare_providers_as_at_31_December_2025.csv', '2025-12-31'],
  ['All providers as at 1st June 2026', '2026-06-01'],
  ['feed-2021-09-01.xml', '2021-09-01'],
  ['5 providers', null],
  ['2021-13-01', null],
])('"%s" speaks for %s', (text, day) => {
  expect(dayIn(text)).toBe(day);
});

test('grades come in figures or words; nothing else is a grade', () => {
  expect(['1', 'Good', 'Requires improvement', 'INADEQUATE'].map(gradeOf)).toEqual([1, 2, 3, 4]);
  expect(['0', '5', '-', '', 'Met', 'Satisfactory', '12'].map(gradeOf)).toEqual(
    Array.from({ length: 7 }, () => null),
  );
});

test('every way of saying nothing is nothing', () => {
  expect(['', '-', 'NULL', 'Redacted', 'RETN'].map(valueOf)).toEqual(
    Array.from({ length: 5 }, () => null),
  );
});

describe('a registered person', () => {
  test.each([
    ...['Jane Smith', 'Mrs Jane Ann Smith', 'Jane Smith & John Jones', 'O’Neill, Mary'],
    ...['Dr J. Smith-Jones', 'Ann Other and Jane Smith'],
  ])('"%s" is a person', (name) => {
    expect(isPersonsName(name)).toBe(true);
  });

  test('every body in the real file is a body', () => {
    // There the names of private individuals are hidden, so none of these is one.
    const names = rowsOf(realOfsted).map((row) => row['Registered_Person_Name'] ?? '');
    const bodies = names.filter((name) => name !== '' && name !== 'REDACTED');
    expect(bodies.length).toBeGreaterThan(100);
    expect(bodies.filter(isPersonsName)).toEqual([]);
  });
});

test("an authority's names in the two spellings have one key", () => {
  expect(authorityKey('Bristol, City of')).toBe(authorityKey('Bristol'));
  expect(authorityKey('St. Helens')).toBe(authorityKey('ST HELENS'));
  expect(authorityKey('County Durham')).not.toBe(authorityKey('Darlington'));
});
