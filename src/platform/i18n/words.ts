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

function wordsOf(instance: i18n, language: Language): Words {
  const translate = instance.getFixedT(language.code);
  const isolate = (value: string | number) =>
    typeof value === 'string' && (language.dir === 'rtl' || rightToLeft.test(value))
      ? `\u2068${value}\u2069`
      : value;
  // Most words have no gap to fill: those are looked up once and kept.
  const plain = new Map<string, string>();
  const t = (key: WordKey, values?: WordValues): string => {
    if (values !== undefined) {
      return translate(
        key,
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolate(value)])),
      );
    }
    const kept = plain.get(key);
    if (kept !== undefined) return kept;
    const text = translate(key);
    plain.set(key, text);
    return text;
  };
  return { language, t, format: formatsFor(language) };
}
