import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openWordReader } from '#platform/search/embedded/word-runs.ts';
import { foldWords } from '#platform/search/fold-words.ts';

test('the words read from a text are those that folding all of it gives', () => {
  const letters = fc.constantFrom(
    ...['a', 'B', '7', ' ', '-', "'", '`', '’', '–', '\n', '.', 'é', 'e\u0301', '\u0301', 'ß', 'ﬁ'],
    ...[
      'Σ',
      'ς',
      'İ',
      'ı',
      'ŉ',
      'ﷺ',
      'ا',
      '\u064e',
      '٣',
      '\u200d',
      '\u00ad',
      'गा',
      '한',
      '½',
      'ª',
      '👶',
    ],
  );
  const text = fc.oneof(fc.string({ unit: letters, maxLength: 30 }), fc.string({ unit: 'binary' }));
  const reader = openWordReader();
  fc.assert(
    fc.property(text, (some) => {
      const read: number[] = [];
      reader.read(some, (word) => read.push(word));
      const words = reader.words();
      expect(read.map((number) => words[number])).toEqual(foldWords(some));
    }),
    { seed: 61, numRuns: 1000 },
  );
});

test('a text longer than any before it, and more different words than there was room for', () => {
  const reader = openWordReader();
  const many = Array.from({ length: 5000 }, (_, number) => `word${number}`);
  const read: number[] = [];
  for (let turn = 0; turn < 2; turn += 1) reader.read(many.join(' '), (word) => read.push(word));
  expect(read).toEqual([...many.keys(), ...many.keys()]);
  expect(reader.words()).toEqual(many);
});
