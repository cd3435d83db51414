import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillFigures } from '#entitlements/fill-figures.ts';
import { momentKinds } from '#entitlements/moments.ts';
import { assumptions } from '#entitlements/price/assumptions.ts';
import { questions, reasons } from '#entitlements/reasons.ts';
import { schemeName, schemeTexts } from '#entitlements/scheme-words.ts';
import { schemeKeys } from '#entitlements/schemes.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { reference, today } from './sample-family.ts';

const catalogue = openCatalogue(join(import.meta.dirname, '../../content/locales'), [
  'en',
  'pl',
  'ur',
]);

describe.each(['en', 'pl', 'ur'])('in %s', (code) => {
  const words = catalogue.speak(code);
  const { t } = words;
  const texts = [
    ...reasons.map((reason) => t(`entitlements:why.${reason}`)),
    ...questions.map((question) => t(`entitlements:decides.${question}`)),
    ...assumptions.map((assumption) => t(`entitlements:assumes.${assumption}`)),
    ...momentKinds.map((kind) => t(`entitlements:moment.${kind}`)),
    ...schemeKeys.flatMap((key) => Object.values(schemeTexts(words, key))),
  ];

  test('every reason, question, assumption and scheme has words, and its figures are there', () => {
    const filled = texts.map((text) => fillFigures(text, words, reference, today));
    expect(filled.flatMap(({ missing }) => missing)).toEqual([]);
    expect(
      filled.filter(({ text }) => /^(?:entitlements:|why|decides)|\{figure/.test(text)),
    ).toEqual([]);
    expect(new Set(schemeKeys.map((key) => schemeName(words, reference, key))).size).toBe(
      schemeKeys.length,
    );
  });

  test('money and percentages are never typed into the words', () => {
    expect(texts.filter((text) => /£\s?\d|\d\s?(?:%|£)/.test(text))).toEqual([]);
  });

  test('the same figures as in English', () => {
    const inEnglish = catalogue.speak('en');
    const figuresOf = (text: string) => (text.match(/\{figure:[^}]*\}/g) ?? []).sort();
    for (const key of schemeKeys) {
      const [own, english] = [words, inEnglish].map((spoken) => schemeTexts(spoken, key));
      expect([key, figuresOf(own?.what ?? ''), figuresOf(own?.how ?? '')]).toEqual([
        key,
        figuresOf(english?.what ?? ''),
        figuresOf(english?.how ?? ''),
      ]);
    }
  });
});
