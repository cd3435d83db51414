import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Figure, Reference } from '../../src/entitlements/figures.ts';
import { flatten } from './words.ts';

/** What the languages of the site call each unit, as far as its endings agree. */
const unitWords = {
  hours: 'hours?|godzin\\p{L}*|گھنٹ\\p{L}*',
  weeks: 'weeks?|tygod\\p{L}*|ہفت\\p{L}*',
  months: 'months?|miesi\\p{L}*|مہین\\p{L}*|ماہ',
  percent: '%|٪|per ?cent|procent\\p{L}*|فیصد',
} as const satisfies Partial<Record<Figure['unit'], string>>;

const units = ['hours', 'weeks', 'months', 'percent'] as const;

/** Numbers that happen to be a scheme's, and are nothing of the law, by the text they stand in. */
const allowed: Readonly<Record<string, string>> = {
  'directory:provider.places.stale': 'how long a place counts as said lately',
  'insight:lastTwelve': 'a year of measures',
  'checker:ask.earn.title': 'the quarter over which the work test counts',
  'checker:ask.earn.hint': 'the quarter over which the work test counts',
};

const numberWords: Readonly<Record<string, number>> = {
  nine: 9,
  fifteen: 15,
  sixteen: 16,
  thirty: 30,
};
const easternDigits = '۰۱۲۳۴۵۶۷۸۹';

/** Finds the figures of the law that are typed into a text, as they stand there. */
export type FindTyped = (text: string) => readonly string[];

/**
 * What finds this reference's figures; `{figure:…}` is none. A sum in pounds is one when a scheme
 * has it, to the pound or the penny; a number with a unit when a scheme has it in that unit.
 */
export function typedFigures(reference: Reference): FindTyped {
  const figures = [...reference.schemes.values()].flatMap((scheme) =>
    Object.values(scheme.figures).flat(),
  );
  const valuesIn = (unit: Figure['unit']) =>
    new Set(figures.filter((one) => one.unit === unit).map(({ value }) => value));
  const sums = valuesIn('pence');
  const withUnits = units.map((unit) => withUnit([...valuesIn(unit)], unitWords[unit]));
  return (text) => {
    const plain = readable(text);
    const typed = [...plain.matchAll(/£ ?\d[\d,.]*\d|£ ?\d|\d[\d\u00a0 ,.]* ?£/gu)];
    return [
      ...typed.map(([sum]) => sum).filter((sum) => sums.has(penceOf(sum))),
      ...withUnits.flatMap((pattern) => [...plain.matchAll(pattern)].map(([found]) => found)),
    ];
  };
}

/** Without what a person does not see, and in digits that a machine knows. */
const readable = (text: string): string =>
  text
    .replaceAll(/\{figure:[\w.-]+\}/gu, ' ')
    .replaceAll(/[۰-۹]/gu, (digit) => String(easternDigits.indexOf(digit)))
    .replaceAll(/[\u2066-\u2069]/gu, '');

function penceOf(sum: string): number {
  const digits = sum.replaceAll(/[£\u00a0 ]/gu, '');
  const amount = digits.replace(/,(?=\d{2}$)/u, '.').replaceAll(/,(?=\d{3})/gu, '');
  return Math.round(Number(amount) * 100);
}

function withUnit(values: readonly number[], named: string): RegExp {
  const words = Object.entries(numberWords)
    .filter(([, value]) => values.includes(value))
    .map(([word]) => word);
  const number = [...values.map(String), ...words].join('|');
  return new RegExp(`(?<![\\p{L}\\d.,:-])(?:${number})[ \u00a0-]?(?:${named})`, 'giu');
}

/** A text that a person reads, and where it stands. */
type Read = { readonly where: string; readonly text: string };

/** Articles, words and markup of the project in `root`, piece by piece. */
export function readTexts(root: string): readonly Read[] {
  const files = (pattern: string) =>
    globSync(pattern, { cwd: root })
      .sort()
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const lines = [...files('content/guidance/**/*.md'), ...files('src/**/*.astro')].flatMap(
    ({ path, text }) =>
      text.split('\n').map((line, at) => ({ where: `${path}:${String(at + 1)}`, text: line })),
  );
  const words = files('content/locales/*/*.json')
    .filter(({ path }) => !path.endsWith('languages.json'))
    .flatMap(({ path, text }) =>
      [...flatten({ [basename(path, '.json')]: parsed(text) })].map(([where, said]) => ({
        where: `${path} ${where}`,
        text: said,
      })),
    );
  return [...lines, ...words];
}

/** JSON as nobody knows it yet. */
const parsed = (text: string): unknown => JSON.parse(text);

/** Each text with a figure of the law typed into it, as one line that says where. */
export function faultsOfTexts(texts: readonly Read[], reference: Reference): readonly string[] {
  const find = typedFigures(reference);
  return texts
    .filter(({ where }) => !Object.keys(allowed).some((key) => where.endsWith(` ${key}`)))
    .flatMap(({ where, text }) =>
      find(text).map((found) => `${where} has "${found}" typed into it`),
    );
}
