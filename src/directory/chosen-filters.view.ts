import { parseTyped, readTyped } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';
import { inclusionWord, premisesWords } from './directory-words.ts';
import { usualDetour } from './find-search.ts';
import { findQuerySchema, type FindQuery } from './find-query.ts';
import { ageText } from './place-words.ts';
import {
  audienceName,
  groupName,
  kindName,
  outcomeName,
  schemeName,
  serviceGroups,
  serviceKinds,
} from './taxonomy.ts';

/** What was chosen, and the change of the query that takes it back. */
type Chosen = { readonly text: string; readonly without: Partial<FindQuery> };
type Names = ReadonlyMap<string, string>;

/**
 * Each thing that was chosen, as a link to the same search without it. `schools` gives the schools'
 * names; one that is not there shows its number.
 */
export function chosenFilters(
  words: Words,
  query: FindQuery,
  link: (changed: FindQuery) => string,
  schools: Names = new Map(),
) {
  return chosenParts(words, query, schools).map(({ text, without }) => ({
    text,
    href: link({ ...query, ...without, page: 1 }),
    label: words.t('directory:find.remove', { name: text }),
  }));
}

/** A search, kept as the query of its address, in words: "Near M31 4FB, Up to 1 mile…". */
export function searchInWords(words: Words, search: string): string {
  const parsed = parseTyped(findQuerySchema, readTyped(new URLSearchParams(search)));
  if (!parsed.ok) return '';
  return words.format.list(chosenParts(words, parsed.value, new Map()).map(({ text }) => text));
}

const chosenParts = (words: Words, query: FindQuery, schools: Names): readonly Chosen[] => [
  ...whereParts(words, query),
  ...kindParts(words, query),
  ...childParts(words, query),
  ...whenParts(words, query),
  ...costParts(words, query),
  ...needParts(words, query, schools),
  ...placeParts(words, query),
];

const part = (text: string, without: Partial<FindQuery>): Chosen => ({ text, without });

function whereParts({ t }: Words, { q, near, within, to, via }: FindQuery): readonly Chosen[] {
  const miles = via ?? usualDetour;
  return [
    ...(q === '' ? [] : [part(t('directory:find.chip.q', { words: q }), { q: '' })]),
    ...(near === ''
      ? []
      : [
          part(t('directory:find.chip.near', { near }), {
            near: '',
            within: '',
            to: '',
            via: null,
          }),
        ]),
    ...(near === '' || within === ''
      ? []
      : [part(t('directory:find.chip.within', { count: Number(within) }), { within: '' })]),
    ...(to === ''
      ? []
      : [part(t('directory:find.chip.way', { to, count: miles }), { to: '', via: null })]),
  ];
}

function kindParts(words: Words, { kind: chosen }: FindQuery): readonly Chosen[] {
  const without = (one: FindQuery['kind'][number]) => ({
    kind: chosen.filter((other) => other !== one),
  });
  return [
    ...serviceGroups
      .filter((group) => chosen.includes(group))
      .map((group) => part(groupName(words, group), without(group))),
    ...serviceKinds
      .filter((kind) => chosen.includes(kind))
      .map((kind) => part(kindName(words, kind), without(kind))),
  ];
}

function childParts(words: Words, { age, dob, due }: FindQuery): readonly Chosen[] {
  const { t, format } = words;
  const month = dob || due;
  if (month !== '') {
    const key = dob === '' ? 'directory:find.chip.due' : 'directory:find.chip.born';
    return [part(t(key, { month: format.month(month) }), { dob: '', due: '' })];
  }
  if (age === null) return [];
  return [part(t('directory:find.chip.age', { age: ageText(words, age) }), { age: null })];
}

function whenParts(words: Words, query: FindQuery): readonly Chosen[] {
  const { t, format } = words;
  const { start, day, vacancy, term } = query;
  const hours = hoursText(words, query);
  return [
    ...(start === ''
      ? []
      : [part(t('directory:find.chip.start', { day: format.day(start) }), { start: '' })]),
    ...(vacancy ? [part(t('directory:find.chip.vacancy'), { vacancy: false })] : []),
    ...day.map((one) =>
      part(format.weekday(Number(one)), { day: day.filter((other) => other !== one) }),
    ),
    ...(hours === null ? [] : [part(hours, { from: '', until: '' })]),
    ...term.map((one) =>
      part(t(`directory:find.term.${one}`), { term: term.filter((other) => other !== one) }),
    ),
  ];
}

function hoursText({ t, format }: Words, { from, until }: FindQuery): string | null {
  if (from === '' && until === '') return null;
  if (from === '' || until === '') {
    return t('directory:find.chip.openAt', { time: format.time(from || until) });
  }
  const hours = { from: format.time(from), until: format.time(until) };
  return t('directory:find.chip.openFrom', hours);
}

function costParts(words: Words, { max, per, funded }: FindQuery): readonly Chosen[] {
  const { t, format } = words;
  return [
    ...(max === null
      ? []
      : [
          part(
            t(per === 'week' ? 'directory:find.chip.maxWeek' : 'directory:find.chip.max', {
              money: format.money(max),
            }),
            { max: null, per: 'hour' },
          ),
        ]),
    ...funded.map((one) =>
      part(schemeName(words, one), { funded: funded.filter((other) => other !== one) }),
    ),
  ];
}

function needParts(words: Words, query: FindQuery, schools: Names): readonly Chosen[] {
  const { t, format } = words;
  const { inclusion, language, school, unsaid } = query;
  return [
    ...inclusion.map((key) =>
      part(t(inclusionWord(key)), { inclusion: inclusion.filter((other) => other !== key) }),
    ),
    ...language.map((code) =>
      part(t('directory:place.speaks', { language: format.language(code) }), {
        language: language.filter((other) => other !== code),
      }),
    ),
    ...school.map((id) =>
      part(t('directory:place.collects', { school: schools.get(id) ?? id }), {
        school: school.filter((other) => other !== id),
      }),
    ),
    ...(unsaid ? [part(t('directory:find.chip.unsaid'), { unsaid: false })] : []),
  ];
}

function placeParts(words: Words, query: FindQuery): readonly Chosen[] {
  const { t } = words;
  const { premises, register, outcome, for: audience } = query;
  return [
    ...premises.map((one) =>
      part(t(premisesWords[one]), { premises: premises.filter((other) => other !== one) }),
    ),
    ...register.map((one) =>
      part(t(`directory:find.register.${one}`), {
        register: register.filter((other) => other !== one),
      }),
    ),
    ...audience.map((one) =>
      part(t('directory:find.chip.for', { name: audienceName(words, one) }), {
        for: audience.filter((other) => other !== one),
      }),
    ),
    ...outcome.map((one) =>
      part(outcomeName(words, one), { outcome: outcome.filter((other) => other !== one) }),
    ),
  ];
}
