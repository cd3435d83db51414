import i18next, { type i18n } from 'i18next';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatsFor, type Formats } from './formats.ts';
import type { Language, Names } from './languages.ts';
import { disguiseOf, pseudoLanguages } from './pseudo-languages.ts';
import { readRooms } from './read-rooms.ts';
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
  /** A name that reference data gives in several languages; in English where it lacks this one. */
  readonly name: (names: Names) => string;
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
  const listed = readFileSync(join(localesFolder, 'languages.json'), 'utf8');
  const known = [...(JSON.parse(listed) as readonly Language[]), ...pseudoLanguages];
  const languages = offered.map((code) => {
    const language = known.find((candidate) => candidate.code === code);
    if (!language)
      throw new Error(`LANGUAGES names ${code}, which content/locales/languages.json lacks`);
    return language;
  });
  const instance = i18next.createInstance();
  void instance.init({
    resources: Object.fromEntries(
      languages.map(({ code }) => [code, readRooms(localesFolder, code)]),
    ),
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

const gap = /\{\{(\w+)\}\}/g;

function wordsOf(instance: i18n, language: Language): Words {
  const textOf = finderOf(instance, language);
  const isolate = isolatorOf(language);
  const disguise = disguiseOf(language.code);
  const t = (key: WordKey, values?: WordValues): string => {
    const count = values?.['count'];
    const text = textOf(key, typeof count === 'number' ? count : undefined);
    if (values === undefined) return text;
    const filled = text.replace(gap, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : isolate(value);
    });
    return language.dir === 'rtl' ? turnedRight(filled) : filled;
  };
  const name = (names: Names): string => names[language.code] ?? disguise(names.en);
  return { language, t, name, format: formatsFor(language, disguise) };
}

/**
 * Finds a text with its gaps. i18next looks for it (its plural form, its fallback language) once;
 * filling its gaps is then all that each use costs.
 */
function finderOf(instance: i18n, { code, dir }: Language) {
  const translate = instance.getFixedT(code);
  const plurals = new Intl.PluralRules(code);
  const found = new Map<string, string>();
  return (key: WordKey, count: number | undefined): string => {
    const form = count === undefined ? key : `${key} ${plurals.select(count)}`;
    const kept = found.get(form);
    if (kept !== undefined) return kept;
    const said = translate(key, { ...(count !== undefined && { count }), skipInterpolation: true });
    const text = dir === 'rtl' && latinFirst.test(said) ? `\u200f${said}` : said;
    found.set(form, text);
    return text;
  };
}

/** Hebrew, Arabic and the scripts between and beside them. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** `Ofsted کا معائنہ`: where the first letter decides, it would be set from left to right. */
const latinFirst = new RegExp(`^[^\\p{L}{]*\\p{Script=Latin}.*${rightToLeft.source}`, 'su');

function isolatorOf({ dir }: Language) {
  return (value: string | number): string =>
    typeof value === 'string' && (dir === 'rtl' || rightToLeft.test(value))
      ? `\u2068${value}\u2069`
      : String(value);
}

/** `dir="auto"` looks into what is isolated: a sentence that begins with that says its own side. */
const turnedRight = (text: string): string => (text.startsWith('\u2068') ? `\u200f${text}` : text);
