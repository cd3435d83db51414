import type { Typed } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import { distances } from './distances.ts';
import type { ChoiceLabel } from './filter-labels.ts';
import { date, places, time, times } from './find-fields.ts';
import { pers } from './find-query.ts';

/** A field of the search form, showing again what was typed. */
export type Field = {
  readonly id: FieldName;
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly value: string;
  readonly type: 'text' | 'date' | 'time' | 'select';
  /** The keyboard that a phone shows; null for its usual one. */
  readonly mode: 'numeric' | 'decimal' | null;
  /** What a select lets choose from. */
  readonly options: readonly ChoiceLabel[];
  readonly error: string | null;
  /** The ids of its hint and its error. */
  readonly describedBy: string | null;
};

const hints = {
  near: 'directory:find.hint.near',
  within: null,
  q: 'directory:find.hint.q',
  dob: null,
  year: null,
  age: null,
  start: null,
  from: null,
  until: null,
  max: 'directory:find.hint.max',
  per: 'directory:find.hint.per',
  school: null,
  to: null,
  via: 'directory:find.hint.via',
} as const satisfies Record<string, WordKey | null>;
export type FieldName = keyof typeof hints;

export type FieldFacts = {
  readonly typed: Typed;
  /** What is wrong with a parameter, in words. */
  readonly wrong: (parameter: string) => string | null;
  readonly schools: readonly ChoiceLabel[];
};

/** These fields of the form; the age in months only where somebody came with one. */
export const fieldsOf = (
  words: Words,
  facts: FieldFacts,
  names: readonly FieldName[],
): readonly Field[] =>
  names
    .filter((name) => name !== 'age' || firstOf(facts, 'age') !== '')
    .map((name) => {
      const [hint, error] = [hints[name], facts.wrong(name)];
      return {
        ...{ id: name, name, type: 'text', mode: null, options: [], error },
        label: words.t(`directory:find.field.${name}`),
        hint: hint === null ? null : words.t(hint),
        value: firstOf(facts, name),
        describedBy: describedBy(name, hint !== null, error !== null),
        ...special(words, facts, name),
      };
    });

function describedBy(id: FieldName, hasHint: boolean, hasError: boolean): string | null {
  const ids = [...(hasHint ? [`${id}-hint`] : []), ...(hasError ? [`${id}-error`] : [])];
  return ids.length === 0 ? null : ids.join(' ');
}

const firstOf = ({ typed }: FieldFacts, name: string): string => typed[name]?.[0] ?? '';

/** In what a field differs from a plain one that is called like its parameter. */
function special(words: Words, facts: FieldFacts, name: FieldName): Partial<Field> {
  switch (name) {
    case 'within':
      return { type: 'select', options: distanceChoices(words) };
    case 'school':
      return { type: 'select', options: schoolChoices(words, facts) };
    case 'dob':
      return { value: monthOf(facts)[0], mode: 'numeric' };
    case 'year':
      return { name: 'dob', value: monthOf(facts)[1], mode: 'numeric' };
    case 'start':
      return native('date', firstOf(facts, 'start'));
    case 'from':
      return native('time', firstOf(facts, 'from'));
    case 'until':
      return { name: 'to', type: 'time', value: toTyped(facts, times) };
    case 'to':
      return { value: toTyped(facts, places) };
    case 'age':
    case 'via':
      return { mode: 'numeric' };
    case 'max':
      return { mode: 'decimal' };
    case 'per':
      return { type: 'select', options: perChoices(words) };
    case 'near':
    case 'q':
      return {};
  }
}

/** Of what came under the one name, the time or the place. */
const toTyped = ({ typed: { to } }: FieldFacts, kind: typeof times): string =>
  to === undefined ? '' : (kind.parse(to)[0] ?? '');

/** A day or time in the browser's own control, or as text when that could not show what was typed. */
function native(type: 'date' | 'time', typed: string): Partial<Field> {
  if (typed === '') return { type };
  const read = (type === 'date' ? date : time).safeParse([typed]);
  return read.success ? { type, value: read.data } : { value: typed };
}

/** The month and the year as they were typed, together or apart, for a birth or a due date. */
function monthOf({ typed }: FieldFacts): readonly [string, string] {
  const said = [typed['dob'], typed['due']].map((all = []) => all.filter((one) => one.trim()));
  const [one = '', two] = said.find((values) => values.length > 0) ?? [];
  if (two !== undefined) return [one, two];
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(one.trim()) ?? [];
  return year === undefined || month === undefined ? [one, ''] : [String(Number(month)), year];
}

const perChoices = ({ t }: Words): readonly ChoiceLabel[] =>
  pers.map((value) => ({ value, text: t(`directory:find.per.${value}`) }));

const distanceChoices = ({ t }: Words): readonly ChoiceLabel[] => [
  { value: '', text: t('directory:find.within.any') },
  ...distances.map((miles) => ({
    value: miles,
    text: t('directory:find.within.miles', { count: Number(miles) }),
  })),
];

/** Every school that can be chosen, and any that was chosen and is not among them. */
const schoolChoices = ({ t }: Words, { schools, typed }: FieldFacts): readonly ChoiceLabel[] => {
  const chosen = (typed['school'] ?? []).filter(
    (id) => id !== '' && schools.every(({ value }) => value !== id),
  );
  return [
    { value: '', text: t('directory:find.anySchool') },
    ...schools,
    ...chosen.slice(0, 1).map((value) => ({ value, text: value })),
  ];
};
