import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offeredLanguage } from '#platform/i18n/offered-language.ts';

const offered = ['en', 'pl', 'ur', 'zh-Hant'];

test.each([
  ['pl', 'pl'],
  ['pl-PL,pl;q=0.9,en-GB;q=0.8', 'pl'],
  ['PL-pl', 'pl'],
  ['fr-FR,ur-PK;q=0.9,en;q=0.1', 'ur'],
  ['en;q=0.2, pl;q=0.9', 'pl'],
  ['zh-hant-tw', 'zh-Hant'],
])('a browser that asks for %s is offered %s', (header, expected) => {
  expect(offeredLanguage(header, 'en', offered)).toBe(expected);
});

test.each([
  null,
  '',
  'en-GB,en;q=0.9,pl;q=0.8',
  'en,pl',
  'fr',
  '*',
  'pl;q=0',
  'pl;q=0.000',
  'pl;q=2',
  'pl;q=NaN',
  'pl;q=',
  'zh',
  'zh-Hans',
  'polski',
  ';;;,,,q=1',
])('a browser that asks for %s is offered nothing', (header) => {
  expect(offeredLanguage(header, 'en', offered)).toBeNull();
});

test('a language that the address names was chosen, and stays', () => {
  expect(offeredLanguage('en', 'pl', offered)).toBeNull();
  expect(offeredLanguage('ur', 'pl', offered)).toBeNull();
});

test('a language that the council does not offer is not offered', () => {
  expect(offeredLanguage('pl', 'en', ['en', 'ur'])).toBeNull();
});

test('whatever the header is, the answer is one of the offered or nothing', () => {
  const part = fc.constantFrom(
    'pl',
    'UR-pk',
    'en',
    '*',
    ';q=',
    '0.5',
    ',',
    '-',
    ' ',
    'é',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const answer = offeredLanguage(parts.join(''), 'en', offered);
      expect([null, 'pl', 'ur', 'zh-Hant']).toContain(answer);
    }),
  );
});
