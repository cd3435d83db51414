import type { Typed } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import { fieldsOf, type Field, type FieldName } from './filter-fields.view.ts';
import { filterLabels, type ChoiceGroup, type ChoiceLabel } from './filter-labels.ts';
import type { Found } from './find-providers.ts';
import { unsaid } from './search-facts.ts';

export type Tick = {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  /** How many it would give; null when that was not counted. */
  readonly total: number | null;
  readonly isChosen: boolean;
};
/** Choices that fold away under a title, and stand open when one is chosen. */
export type FilterPart = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly ticks: readonly Tick[];
};
/** A drawer of the form: its fields, then its ticks, then its parts. */
export type FilterSection = {
  readonly key: SectionKey;
  readonly title: string;
  readonly hint: string | null;
  readonly isOpen: boolean;
  readonly fields: readonly Field[];
  readonly ticks: readonly Tick[];
  readonly parts: readonly FilterPart[];
};
type SectionKey = keyof typeof sectionHints;

const sectionHints = {
  where: null,
  kind: null,
  child: 'directory:find.section.hint.child',
  when: null,
  days: null,
  needs: 'directory:find.section.hint.needs',
  cost: null,
  school: null,
  language: null,
  way: 'directory:find.section.hint.way',
  place: null,
  people: null,
} as const satisfies Record<string, WordKey | null>;

/** What most families choose by is open from the start. */
const openSections: readonly SectionKey[] = ['where', 'kind', 'child', 'when', 'needs'];

export type FilterFacts = {
  readonly typed: Typed;
  /** What is wrong with a field, in words. */
  readonly wrong: (field: string) => string | null;
  /** Null when nothing could be counted. */
  readonly counted: Pick<Found, 'facets' | 'withVacancy'> | null;
  /** The schools that can be chosen, by name. */
  readonly schools: readonly ChoiceLabel[];
};

/** Everything a search can be narrowed by, with how many each choice would give. */
export function filterSections(words: Words, facts: FilterFacts): readonly FilterSection[] {
  const { t } = words;
  const labels = filterLabels(words);
  const ticks = (name: string, choices: readonly ChoiceLabel[]) => ticksOf(facts, name, choices);
  const fields = (...names: readonly FieldName[]) => fieldsOf(words, facts, names);
  const groups = (name: string, all: readonly ChoiceGroup[]) =>
    all.map(({ title, choices }) => part(title, ticks(name, choices)));
  const section = (key: SectionKey, inside: Partial<FilterSection>): FilterSection => {
    const hint = sectionHints[key];
    const made = { fields: [], ticks: [], parts: [], ...inside };
    return {
      ...{ ...made, key, title: t(`directory:find.section.${key}`) },
      hint: hint === null ? null : t(hint),
      isOpen: openSections.includes(key) || isUsed(made),
    };
  };
  const [childcare, ...otherKinds] = groups('kind', labels.kinds);
  const languages = ticks('language', labels.languages).filter(isOfUse);
  return [
    section('where', { fields: fields('near', 'within', 'q') }),
    section('kind', {
      parts: [...(childcare ? [{ ...childcare, isOpen: true }] : []), ...otherKinds],
    }),
    section('child', { fields: fields('dob', 'year', 'age') }),
    section('when', { fields: fields('start'), ticks: [vacancyTick(words, facts)] }),
    section('days', {
      fields: fields('from', 'until'),
      ticks: ticks('day', labels.days),
      parts: [part(t('directory:find.section.term'), ticks('term', labels.terms))],
    }),
    section('needs', {
      ticks: ticks('inclusion', labels.firstNeeds),
      parts: groups('inclusion', labels.needs),
    }),
    section('cost', { fields: fields('max', 'per'), ticks: ticks('funded', labels.funded) }),
    ...(facts.schools.length > 0 ? [section('school', schoolsOf(words, facts))] : []),
    ...(languages.length > 0 ? [section('language', { ticks: languages })] : []),
    section('way', { fields: fields('to', 'via') }),
    section('place', {
      parts: [
        part(t('directory:find.section.premises'), ticks('premises', labels.premises)),
        part(t('directory:find.section.register'), ticks('register', labels.registers)),
      ],
    }),
    section('people', {
      parts: [
        part(t('directory:find.section.for'), ticks('for', labels.audiences)),
        part(t('directory:find.section.outcome'), ticks('outcome', labels.outcomes)),
      ],
    }),
  ];
}

const part = (title: string, ticks: readonly Tick[]): FilterPart => ({
  ...{ title, ticks },
  isOpen: ticks.some(({ isChosen }) => isChosen),
});

const isUsed = ({ fields, ticks, parts }: Pick<FilterSection, 'fields' | 'ticks' | 'parts'>) =>
  fields.some(({ value, error }) => value !== '' || error !== null) ||
  ticks.some(({ isChosen }) => isChosen) ||
  parts.some(({ isOpen }) => isOpen);

/** A list to choose one school from; those chosen besides, by an address, are ticks below it. */
function schoolsOf(words: Words, facts: FilterFacts): Pick<FilterSection, 'fields' | 'ticks'> {
  const [, ...more] = facts.typed['school'] ?? [];
  const choices = facts.schools.filter(({ value }) => more.includes(value));
  return {
    fields: fieldsOf(words, facts, ['school']),
    ticks: ticksOf(facts, 'school', choices),
  };
}

/** Of a long list, what somebody offers or was chosen. */
const isOfUse = ({ total, isChosen }: Tick): boolean => isChosen || (total ?? 0) > 0;

function ticksOf(
  { typed, counted }: Pick<FilterFacts, 'typed' | 'counted'>,
  name: string,
  choices: readonly ChoiceLabel[],
): readonly Tick[] {
  const chosen = typed[name] ?? [];
  const totals = counted?.facets[name];
  const withSilent = typed['unsaid']?.includes('1') ?? false;
  const totalOf = (value: string): number =>
    (totals?.[value] ?? 0) + (withSilent ? (totals?.[silent(name, value)] ?? 0) : 0);
  return choices.map(({ value, text }) => ({
    name,
    value,
    text,
    total: totals === undefined ? null : totalOf(value),
    isChosen: chosen.includes(value),
  }));
}

/** Where those are counted that have not said: for each need of its own, else for all together. */
const silent = (name: string, value: string): string =>
  name === 'inclusion' ? `${value}${unsaid}` : unsaid;

function vacancyTick({ t }: Words, { typed, counted }: FilterFacts): Tick {
  return {
    ...{ name: 'vacancy', value: '1', text: t('directory:find.vacancy') },
    total: counted?.withVacancy ?? null,
    isChosen: typed['vacancy']?.includes('1') ?? false,
  };
}
