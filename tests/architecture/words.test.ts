import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import languages from '#content/locales/languages.json' with { type: 'json' };
import { readLocales } from '../../scripts/checks/read-locales.ts';
import { faultsOfEnglish, faultsOfLanguage, flatten } from '../../scripts/checks/words.ts';

const locales = readLocales(join(import.meta.dirname, '../../content/locales'));
const texts = (...entries: [string, string][]) => new Map(entries);

test('English is there, and says nothing it should not', () => {
  const english = locales.get('en') ?? texts();
  expect(english.size).toBeGreaterThan(100);
  expect(faultsOfEnglish(english)).toEqual([]);
});

test('every other language says all that English says, and fills the same gaps', () => {
  const english = locales.get('en') ?? texts();
  const others = [...locales].filter(([code]) => code !== 'en');
  expect(others.flatMap(([code, found]) => faultsOfLanguage(code, found, english))).toEqual([]);
});

describe('a fault of English is found', () => {
  test.each([
    'Please wait',
    'We are sorry',
    'Not a valid postcode',
    'INVALID',
    'Forbidden',
    'Oops!',
    'This field is required',
  ])('%s', (text) => {
    expect(faultsOfEnglish(texts(['site:a', text]))).toHaveLength(1);
  });

  test.each(['A validated place', 'It pleased them', 'Fields you can leave out'])(
    '%s is fine',
    (text) => {
      expect(faultsOfEnglish(texts(['site:a', text]))).toEqual([]);
    },
  );

  test('a number without its singular', () => {
    expect(faultsOfEnglish(texts(['site:a_other', '{{count}} places']))).toEqual([
      'en site:a_one is missing',
    ]);
  });
});

describe('a fault of a translation is found', () => {
  const english = texts(
    ['site:hello', 'Hello {{name}}'],
    ['site:places_one', '{{count}} place in {{town}}'],
    ['site:places_other', '{{count}} places in {{town}}'],
  );
  const urdu = texts(
    ['site:hello', 'سلام {{name}}'],
    ['site:places_one', '{{town}} میں ایک جگہ'],
    ['site:places_other', '{{town}} میں {{count}} جگہیں'],
  );
  const without = (key: string) => new Map([...urdu].filter(([name]) => name !== key));

  test('none in a whole one, where "one" may be a word', () => {
    expect(faultsOfLanguage('ur', urdu, english)).toEqual([]);
  });

  test.each([
    ['a missing text', without('site:hello'), 'ur lacks site:hello'],
    [
      'a text too many',
      new Map(urdu).set('site:extra', 'x'),
      'ur has site:extra, which English lacks',
    ],
    ['an empty text', new Map(urdu).set('site:hello', ' '), 'ur site:hello is empty'],
    [
      'a gap left out',
      new Map(urdu).set('site:hello', 'سلام'),
      'ur site:hello does not fill {{name}}',
    ],
    [
      'a gap made up',
      new Map(urdu).set('site:hello', '{{name}} {{nmae}}'),
      'ur site:hello fills {{nmae}}, which English does not',
    ],
    ['a missing plural', without('site:places_other'), 'ur site:places_other is missing'],
    [
      'a number not said',
      new Map(urdu).set('site:places_other', '{{town}}'),
      'ur site:places_other does not fill {{count}}',
    ],
    [
      'a form it does not have',
      new Map(urdu).set('site:places_few', '{{count}} {{town}}'),
      'ur site:places_few is not a form of this language',
    ],
  ])('%s', (_, found, fault) => {
    expect(faultsOfLanguage('ur', found, english)).toContain(fault);
  });

  test('only a form that stands for one number may say it in words', () => {
    const one = (code: string) =>
      faultsOfLanguage(code, texts(['site:places_one', '{{town}}']), english);
    const fault = (code: string) => `${code} site:places_one does not fill {{count}}`;
    expect(one('pl')).not.toContain(fault('pl'));
    expect(one('uk'), '21 is one of them').toContain(fault('uk'));
    expect(one('hi'), '0 is one of them').toContain(fault('hi'));
  });

  test('Arabic wants six forms, Polish four', () => {
    const arabic = faultsOfLanguage(
      'ar',
      texts(['site:places_other', '{{count}} {{town}}']),
      english,
    );
    for (const form of ['zero', 'one', 'two', 'few', 'many']) {
      expect(arabic).toContain(`ar site:places_${form} is missing`);
    }
    const polish = faultsOfLanguage(
      'pl',
      texts(['site:places_other', '{{count}} {{town}}']),
      english,
    );
    expect(polish.filter((fault) => fault.endsWith('is missing'))).toHaveLength(3);
  });
});

test('each language has its words, and all words have a language', () => {
  expect(languages.map(({ code }) => code).toSorted()).toEqual([...locales.keys()].toSorted());
});

test('words are keyed by room and place; what is not a text is refused', () => {
  expect([...flatten({ site: { a: { b: 'x' }, c: 'y' } })]).toEqual([
    ['site:a.b', 'x'],
    ['site:c', 'y'],
  ]);
  expect(() => flatten({ site: { a: ['x'] } })).toThrow('site:a is neither a text nor an object');
});
