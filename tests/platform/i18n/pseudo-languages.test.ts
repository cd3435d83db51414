import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { disguiseOf, isPseudo } from '#platform/i18n/pseudo-languages.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { readSettings } from '#platform/settings/settings.ts';
import { readLocales } from '../../../scripts/checks/read-locales.ts';

const locales = join(import.meta.dirname, '../../../content/locales');
const english = [...(readLocales(locales).get('en') ?? [])];
const accented = disguiseOf('en-XA');
const mirrored = disguiseOf('en-XB');
const gaps = (text: string) => text.match(/\{\{\w+\}\}/g) ?? [];
const longestFilling = /~{6}/;
const withoutGaps = (text: string) => text.replaceAll(/\{\{\w+\}\}/g, '');

test('every English text keeps its gaps, in their order, in both', () => {
  expect(english.length).toBeGreaterThan(500);
  for (const [key, text] of english) {
    expect(gaps(accented(text)), key).toEqual(gaps(text));
    expect(gaps(mirrored(text)), key).toEqual(gaps(text));
  }
});

test('every English text is bracketed, accented and 40 % longer', () => {
  for (const [key, text] of english) {
    const own = withoutGaps(text.trim());
    const written = withoutGaps(accented(text).trim());
    expect(written, key).toMatch(/^\[.*\]$/s);
    expect(written.length - 2, key).toBe(own.length + Math.ceil(own.length * 0.4));
    expect(written, key).not.toMatch(/[aeiou]/);
    expect(written, `${key} can be broken into lines`).not.toMatch(longestFilling);
  }
});

test('every English word runs from right to left, and can be read back', () => {
  for (const [key, text] of english) {
    const written = mirrored(text);
    expect(written.replaceAll(/[\u200f\u202e\u202c]/g, ''), key).toBe(text);
    for (const word of withoutGaps(written).split(/\s+/).filter(Boolean)) {
      expect(word, key).toMatch(/^(?:\u200f\u202e[^\u200f\u202e\u202c]+\u202c\u200f)+$/);
    }
  }
});

test('space around a text stays outside, whatever the text is', () => {
  expect(accented('Error: ')).toBe('[Éŕŕööŕ:~~] ');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const around = /^(\s*).*?(\s*)$/s.exec(accented(text));
      expect(accented(text).trim()).toMatch(/^\[.*\]$/s);
      expect(around?.slice(1)).toEqual(
        text.trim() === '' ? [text, ''] : /^(\s*).*?(\s*)$/s.exec(text)?.slice(1),
      );
      expect(mirrored(text).replaceAll(/[\u200f\u202e\u202c]/g, '')).toBe(
        text.replaceAll(/[\u200f\u202e\u202c]/g, ''),
      );
    }),
  );
});

describe('a site that is asked for them', () => {
  const catalogue = openCatalogue(locales, ['en', 'en-XA', 'en-XB']);
  const [accents, mirror] = ['en-XA', 'en-XB'].map(catalogue.speak);

  test('speaks them, plurals, days and names of things too', () => {
    expect(accents?.t('directory:place.years', { count: 1 })).toBe('[1 ýééååŕ]');
    expect(accents?.t('directory:place.years', { count: 3 })).toMatch(/^\[3 ýééååŕš~*\]$/);
    expect(accents?.format.day('2026-11-23')).toMatch(/^\[23 Ñöövéémbééŕ 2026~*\]$/);
    expect(accents?.name({ en: 'Library' })).toBe('[Ļîîbŕååŕý~]');
    expect(accents?.language.dir).toBe('ltr');
    expect(mirror?.language.dir).toBe('rtl');
    expect(mirror?.t('casework:case.note', { note: 'kind' })).toContain('\u2068kind\u2069');
  });

  test('has none of it in English', () => {
    expect(catalogue.speak('en').t('directory:place.years', { count: 3 })).toBe('3 years');
    expect(catalogue.speak('en').name({ en: 'Library' })).toBe('Library');
  });
});

test('nobody is offered them who did not ask', () => {
  expect(readSettings({}).languages.some(isPseudo)).toBe(false);
  const named = readSettings({ LANGUAGES: 'en,en-XA,en-XB' }).languages;
  expect(named.filter(isPseudo)).toEqual(['en-XA', 'en-XB']);
  expect(() => readSettings({ LANGUAGES: 'en,en-XC' })).toThrow('LANGUAGES');
});
