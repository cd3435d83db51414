import { showProblems, typedValue, type FieldProblem, type Typed } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Letter } from './letter.form.ts';
import { letterParagraphs } from './letter.ts';

const fields = [
  { name: 'provider', isLong: false },
  { name: 'child', isLong: false },
  { name: 'wanted', isLong: true },
  { name: 'reason', isLong: true },
  { name: 'ask', isLong: true },
  { name: 'name', isLong: false },
] as const;
const dateParts = ['day', 'month', 'year'] as const;
const names = [...fields.map(({ name }) => name), ...dateParts];

export type LetterFormView = ReturnType<typeof letterFormView>;
export type LetterView = ReturnType<typeof letterView>;

/** The form with what was typed; the day is today (London's) until somebody writes another. */
export function letterFormView(
  words: Words,
  action: string,
  day: string,
  typed: Typed = {},
  problems: readonly FieldProblem[] = [],
) {
  const { t } = words;
  const shown = showProblems(words, problems);
  const [year = '', month = '', date = ''] = day.split('-');
  const today = { day: String(Number(date)), month: String(Number(month)), year };
  const isNew = !names.some((name) => name in typed);
  return {
    action,
    problems: shown,
    fields: fields.map(({ name, isLong }) => ({
      ...{ name, isLong },
      label: t(`guidance:letter.${name}.label`),
      hint: t(`guidance:letter.${name}.hint`),
      value: typedValue(typed, name),
      error: shown.of(name),
    })),
    date: {
      legend: t('guidance:letter.date.label'),
      error: shown.of('date'),
      parts: dateParts.map((name) => ({
        name,
        label: t(`guidance:letter.date.${name}`),
        value: isNew ? today[name] : typedValue(typed, name),
      })),
    },
    button: t('guidance:letter.button'),
  };
}

/** The letter to print, with what it says in the reader's language when that is not English. */
export function letterView(words: Words, english: Words, letter: Letter, typed: Typed) {
  const isForeign = words.language.code !== 'en';
  return {
    paragraphs: letterParagraphs(english, letter),
    meaning: isForeign ? letterParagraphs(words, letter) : null,
    /** To take it back to the form as it was. */
    kept: names.map((name) => ({ name, value: typedValue(typed, name) })),
  };
}
