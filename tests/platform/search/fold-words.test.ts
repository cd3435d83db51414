import { foldWords } from '#platform/search/fold-words.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each([
  ["St Mary's Café", ['st', 'marys', 'cafe']],
  ['St Mary’s CAFE\u0301', ['st', 'marys', 'cafe']],
  ['Łódź Straße ÆRØ', ['lodz', 'strasse', 'aero']],
  ['Αθήνας ΑΘΗΝΑΣ', ['αθηνασ', 'αθηνασ']],
  ['after-school/holiday_club', ['after', 'school', 'holiday', 'club']],
  ['M33 7XX', ['m33', '7xx']],
  ['ŁÓDŹ Żłobek Słońce', ['lodz', 'zlobek', 'slonce']],
  ['نرسري نرسرى نرسرئ', ['نرسری', 'نرسری', 'نرسری']],
  ['\u202bنَرسري\u202c \u200fكي', ['نرسری', 'کی']],
  ['۱۲ ٣٤', ['12', '34']],
  ['nur\u00adsery', ['nursery']],
  ['👶🏽 ♥ -- "*" ()', []],
  ['', []],
])('%j gives the words %j', (text, words) => {
  expect(foldWords(text)).toEqual(words);
});

test('vowel signs that carry meaning are kept', () => {
  expect(foldWords('गाना')).not.toEqual(foldWords('गन'));
});

test('any text at all gives words that fold to themselves, whatever the case they were typed in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const words = foldWords(text);
      expect(foldWords(words.join(' '))).toEqual(words);
    }),
    { seed: 7, numRuns: 2000 },
  );
});
