import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { wordRooms } from '#platform/i18n/word-keys.ts';
import { openCatalogue } from '#platform/i18n/words.ts';

const locales = join(import.meta.dirname, '../../content/locales');
const catalogue = openCatalogue(locales, ['en', 'pl', 'ur']);
const english = catalogue.speak('en');
const polish = catalogue.speak('pl');
const urdu = catalogue.speak('ur');
const isolated = (text: string) => `\u2068${text}\u2069`;

test('a language that is not offered is answered in English', () => {
  for (const code of ['fr', '', 'EN', 'ur-PK', '__proto__']) {
    expect(catalogue.speak(code)).toBe(english);
  }
  expect(openCatalogue(locales, ['en']).speak('ur').language.code).toBe('en');
});

test('a language without words, and a site without English, do not start', () => {
  expect(() => openCatalogue(locales, ['en', 'tlh'])).toThrow('LANGUAGES names tlh');
  expect(() => openCatalogue(locales, ['ur'])).toThrow('English is missing');
});

/** A catalogue of its own, in which Urdu says only what is given. */
function smallCatalogue(inUrdu: Readonly<Record<string, unknown>>) {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (file: string, content: unknown) =>
    writeFileSync(join(folder, file), JSON.stringify(content));
  const language = (code: string, dir: string) => ({ code, dir, format: 'en-GB', endonym: code });
  write('languages.json', [language('en', 'ltr'), language('ur', 'rtl')]);
  for (const code of ['en', 'ur']) {
    mkdirSync(join(folder, code));
    for (const room of wordRooms) write(`${code}/${room}.json`, {});
  }
  write('en/site.json', { said: 'Said', unsaid: 'Not translated: {{name}}' });
  write('ur/site.json', inUrdu);
  return openCatalogue(folder, ['en', 'ur']);
}
// These keys are those of the small catalogue alone.
const key = (text: string) => text as WordKey;

test('a word that a translation lacks is said in English rather than not at all', () => {
  const words = smallCatalogue({ said: 'کہا' }).speak('ur');
  expect(words.t(key('site:said'))).toBe('کہا');
  expect(words.t(key('site:unsaid'), { name: 'x' })).toBe(`Not translated: ${isolated('x')}`);
});

describe('text put into a sentence', () => {
  test('is isolated where the sentence runs from right to left, and left alone elsewhere', () => {
    const reference = 'FIS-2345-6789';
    const title = 'brokerage:track.reference';
    expect(urdu.t(title, { reference })).toContain(isolated(reference));
    expect(english.t(title, { reference })).toBe('Reference FIS-2345-6789');
  });

  test('a number keeps its plural and is not isolated', () => {
    expect(english.t('directory:place.years', { count: 1 })).toBe('1 year');
    expect(english.t('directory:place.years', { count: 0 })).toBe('0 years');
    expect(urdu.t('directory:place.years', { count: 3 })).not.toContain('\u2068');
  });

  test('does not turn a right-to-left sentence round when it comes first', () => {
    const first = urdu.t('directory:find.chip.near', { near: 'M33' });
    expect(first).toBe(`\u200f${isolated('M33')} کے قریب`);
    expect(english.t('casework:case.note', { note: 'آمنہ' })).not.toContain('\u200f');
  });

  test('nor does a Latin word at its beginning, which is in the catalogue itself', () => {
    const line = 'directory:provider.inspection.line.unjudged';
    expect(urdu.t(line, { day: '1' })).toMatch(/^\u200fOfsted /);
    expect(urdu.t('directory:provider.inspection.framework.report-card')).toMatch(/^\u200fOfsted /);
    expect(english.t(line, { day: '1' })).toBe('Inspected by Ofsted on 1');
    expect(urdu.t('accounts:signIn.emailWrong'), 'and what begins in Urdu is as it was').toMatch(
      /^[\u0600-\u06ff]/,
    );
  });

  test('is never read as a part of the catalogue or as a gap to fill', () => {
    for (const name of [
      '$t(brokerage:service)',
      '{{name}}',
      '{{reference}}',
      '$&',
      '$1',
      '<b>x</b>',
      '__proto__',
      'a:b.c',
    ]) {
      expect(english.t('casework:case.note', { note: name })).toBe(`Note: ${name}`);
    }
  });

  test('is isolated in English too when it runs from right to left itself', () => {
    expect(english.t('casework:case.note', { note: 'آمنہ' })).toContain(isolated('آمنہ'));
  });

  test('whatever it is comes out as it went in, in both languages', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (note) => {
        expect(english.t('casework:case.note', { note })).toBe(`Note: ${note}`);
        expect(urdu.t('casework:case.note', { note })).toContain(isolated(note));
      }),
    );
  });
});

test('Polish counts in its own four forms', () => {
  const years = (count: number) => polish.t('directory:place.years', { count });
  expect([1, 2, 5, 12, 22, 25, 1.5].map(years)).toEqual([
    '1 rok',
    '2 lata',
    '5 lat',
    '12 lat',
    '22 lata',
    '25 lat',
    '1.5 roku',
  ]);
});

test('a name from reference data is in the reader’s language, else in English', () => {
  const names = { en: 'Library', pl: 'Biblioteka' };
  expect([english.name(names), polish.name(names), urdu.name(names)]).toEqual([
    'Library',
    'Biblioteka',
    'Library',
  ]);
});

describe('keys are typed', () => {
  test('a plural is asked for by its plain name', () => {
    const plural: WordKey = 'directory:find.resultsTitle';
    // @ts-expect-error a single form is not a key
    const form: WordKey = 'directory:find.resultsTitle_one';
    // @ts-expect-error a group of words is not a word
    const group: WordKey = 'directory:find';
    expect([plural, form, group]).toHaveLength(3);
  });
});

describe('days, money and times', () => {
  test('a day is the same day wherever it is read', () => {
    expect(english.format.day('2026-03-29')).toBe('29 March 2026');
    expect(english.format.weekdayAndDay('2026-11-23')).toBe('Monday 23 November');
    expect([1, 7].map(english.format.weekday)).toEqual(['Monday', 'Sunday']);
    expect([1, 12].map(english.format.monthName)).toEqual(['January', 'December']);
    expect(english.format.month('2026-11')).toBe('November 2026');
  });

  test('a moment is London’s, in summer too', () => {
    expect(english.format.moment(new Date('2026-06-30T23:30:00Z'))).toContain('1 July');
    expect(english.format.moment(new Date('2026-06-30T23:30:00Z'))).toContain('00:30');
  });

  test('a time is written as people there write it', () => {
    expect(['09:00', '17:30'].map(english.format.time)).toEqual(['9am', '5:30pm']);
    expect(['09:00', '17:30'].map(polish.format.time)).toEqual(['9:00', '17:30']);
    expect(urdu.format.time('09:00')).toMatch(/^9\sAM$/);
  });

  test('Polish writes its days and money', () => {
    expect(polish.format.day('2026-11-23')).toBe('23 listopada 2026');
    expect(polish.format.weekdayAndDay('2026-11-23')).toBe('poniedziałek, 23 listopada');
    expect(polish.format.month('2026-11')).toBe('listopad 2026');
    expect(polish.format.list(['a', 'b', 'c'])).toBe('a, b i c');
    expect(polish.format.money(550)).toMatch(/^5,50\s£$/);
    expect(polish.format.language('ur')).toBe('urdu');
  });

  test('Urdu writes the digits of signs and the common calendar', () => {
    expect(urdu.format.day('2026-11-23')).toMatch(/2026/);
    expect(urdu.format.money(550)).toMatch(/5\.50/);
    expect(english.format.money(550)).toBe('£5.50');
  });
});
