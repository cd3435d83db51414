import i18next, { type i18n } from 'i18next';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatsFor, type Formats } from './formats.ts';
import type { Language } from './languages.ts';
import { wordRooms, type WordKey } from './word-keys.ts';

export type WordValues = Readonly<Record<string, string | number>>;

/** Everything a screen needs to speak one language. */
export type Words = {
  readonly language: Language;
  /**
   * The words for a key. Text of the other direction (and in right-to-left languages any text) is
   * isolated where it is inserted (U+2068), so that it cannot reorder the sentence.
   */
  readonly t: (key: WordKey, values?: WordValues) => string;
  /** Dates, numbers, money and lists as this language writes them. */
  readonly format: Formats;
};

export type Catalogue = {
  readonly languages: readonly Language[];
  /** The words of a language; English for a code that is not offered. */
  readonly speak: (code: string) => Words;
};

/** Reads `content/locales` once, for the languages that the council offers. */
export function openCatalogue(localesFolder: string, offered: readonly string[]): Catalogue {
  const readJson = (file: string): unknown =>
    JSON.parse(readFileSync(join(localesFolder, file), 'utf8'));
  const known = readJson('languages.json') as readonly Language[];
  const languages = offered.map((code) => {
    const language = known.find((candidate) => candidate.code === code);
    if (!language)
      throw new Error(`LANGUAGES names ${code}, which content/locales/languages.json lacks`);
    return language;
  });
  const resources = Object.fromEntries(
    languages.map(({ code }) => [
      code,
      Object.fromEntries(
        wordRooms.map((room) => [room, readJson(`${code}/${room}.json`) as object]),
      ),
    ]),
  );
  const instance = i18next.createInstance();
  void instance.init({
    resources,
    ns: [...wordRooms],
    lng: 'en',
    fallbackLng: 'en',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  const spoken = new Map(languages.map((language) => [language.code, wordsOf(instance, language)]));
  const english = spoken.get('en');
  if (!english) throw new Error('English is missing from LANGUAGES');
  return { languages, speak: (code) => spoken.get(code) ?? english };
}

/** Hebrew, Arabic and the scripts between and beside them. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

const gap = /\{\{(\w+)\}\}/g;

function wordsOf(instance: i18n, language: Language): Words {
  const translate = instance.getFixedT(language.code);
  const plurals = new Intl.PluralRules(language.code);
  const isolate = (value: string | number): string =>
    typeof value === 'string' && (language.dir === 'rtl' || rightToLeft.test(value))
      ? `\u2068${value}\u2069`
      : String(value);
  // i18next finds a text (its plural form, its fallback language) once; filling its gaps is then all
  // that each use costs.
  const found = new Map<string, string>();
  const textOf = (key: WordKey, count: number | undefined): string => {
    const form = count === undefined ? key : `${key} ${plurals.select(count)}`;
    const kept = found.get(form);
    if (kept !== undefined) return kept;
    const text = translate(key, { ...(count !== undefined && { count }), skipInterpolation: true });
    found.set(form, text);
    return text;
  };
  const t = (key: WordKey, values?: WordValues): string => {
    const count = values?.['count'];
    const text = textOf(key, typeof count === 'number' ? count : undefined);
    if (values === undefined) return text;
    return text.replace(gap, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : isolate(value);
    });
  };
  return { language, t, format: formatsFor(language) };
}
