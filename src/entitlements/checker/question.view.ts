import { showProblems, typedValue, type FieldProblem, type Typed } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { CheckTexts } from './check-texts.ts';
import { childText, filled } from './check-texts.ts';
import { choicesOf } from './choice-words.ts';
import { hiddenFields } from './known-answers.ts';
import {
  adultsOf,
  askedOf,
  childIds,
  childrenOf,
  isSeveral,
  mayEarn,
  type QuestionKey,
} from './questions.ts';

export type ChoiceGroup = {
  readonly kind: 'radios' | 'checkboxes';
  readonly name: string;
  readonly legend: string;
  readonly items: readonly {
    readonly value: string;
    readonly text: string;
    readonly behaviour: 'exclusive' | undefined;
  }[];
  readonly values: readonly string[];
};
export type DateGroup = {
  readonly kind: 'date';
  readonly name: string;
  readonly legend: string;
  readonly hint: string | undefined;
  readonly parts: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly isYear: boolean;
  }[];
};
export type Group = ChoiceGroup | DateGroup;
export type QuestionView = ReturnType<typeof questionView>;

const words = {
  children: ['checker:ask.children.title', 'checker:ask.children.hint'],
  needs: ['checker:ask.needs.title', 'checker:ask.needs.hint'],
  care: ['checker:ask.care.title', 'checker:ask.care.hint'],
  adults: ['checker:ask.adults.title', 'checker:ask.adults.hint'],
  work: ['checker:ask.work.title', 'checker:ask.work.hint'],
  earn: ['checker:ask.earn.title', 'checker:ask.earn.hint'],
  credit: ['checker:ask.credit.title', 'checker:ask.credit.hint'],
  funds: ['checker:ask.funds.title', 'checker:ask.funds.hint'],
  study: ['checker:ask.study.title', 'checker:ask.study.hint'],
  use: ['checker:ask.use.title', 'checker:ask.use.hint'],
} as const satisfies Record<QuestionKey, readonly [WordKey, WordKey]>;

/**
 * One question as its page shows it, with what was typed and what is wrong with it. `isChange`: it was
 * opened from the result, and leads back there.
 */
export function questionView(
  texts: CheckTexts,
  key: QuestionKey,
  typed: Typed,
  problems: readonly FieldProblem[],
  isChange = false,
) {
  const { t, format } = texts.words;
  const asked = askedOf(typed, texts.today);
  const groups = groupsOf(texts, key, typed);
  const [title, hintKey] = words[key];
  const hint = filled(texts, hintKey);
  return {
    key,
    title: t(title),
    hint: hint?.text ?? null,
    note: hint?.isConfirmed === false ? t('checker:ask.earn.unconfirmed') : null,
    /** Of a single set of choices the legend is the heading. */
    isHeadingOfOne: groups.filter(({ kind }) => kind !== 'date').length === 1,
    progress: t('checker:progress', {
      number: format.number(asked.indexOf(key) + 1),
      total: format.number(asked.length),
    }),
    isFirst: key === asked[0],
    groups,
    hidden: [
      ...hiddenFields(typed, groups.flatMap(fieldsOf)),
      { name: 'answered', value: key },
      ...(isChange ? [{ name: 'changes', value: 'yes' }] : []),
    ],
    button: t(key === asked.at(-1) ? 'checker:finish' : 'checker:continue'),
    problems: showProblems(texts.words, problems),
    status: problems.length > 0 ? 422 : 200,
  };
}

const fieldsOf = (group: Group): readonly string[] =>
  group.kind === 'date' ? group.parts.map(({ id }) => id) : [group.name];

function groupsOf(texts: CheckTexts, key: QuestionKey, typed: Typed): readonly Group[] {
  const { t } = texts.words;
  const choose = (name: string, legend: string) => choiceGroup(texts, key, name, legend, typed);
  const adults = adultsOf(typed);
  const legendOf = (adult: string) =>
    adults.length === 1
      ? t(words[key][0])
      : t(adult === '1' ? 'checker:adult.you' : 'checker:adult.partner');
  switch (key) {
    case 'children':
      return monthGroups(texts, typed);
    case 'needs':
    case 'care':
      return childrenOf(typed, texts.today)
        .filter(({ isDue }) => !isDue)
        .map((child, _, all) =>
          choose(
            `${key}-${child.id}`,
            all.length === 1 ? t(words[key][0]) : childText(texts.words, child),
          ),
        );
    case 'work':
      return adults.flatMap((adult) => [
        choose(`work-${adult}`, legendOf(adult)),
        startGroup(texts, `starts-${adult}`, typed),
      ]);
    case 'earn':
      return adults
        .filter((adult) => mayEarn(typed, adult))
        .map((adult) => choose(`earn-${adult}`, legendOf(adult)));
    case 'study':
      return adults.map((adult) => choose(`study-${adult}`, legendOf(adult)));
    case 'use':
      return [choose(key, t(words[key][0])), stoppedGroup(texts, typed)];
    case 'adults':
    case 'credit':
    case 'funds':
      return [choose(key, t(words[key][0]))];
  }
}

function choiceGroup(
  texts: CheckTexts,
  key: QuestionKey,
  name: string,
  legend: string,
  typed: Typed,
): ChoiceGroup {
  const items = key === 'children' ? [] : choicesOf(key);
  return {
    kind: isSeveral(key) ? 'checkboxes' : 'radios',
    name,
    legend,
    values: typed[name] ?? [],
    items: items.map(({ value, text }) => ({
      value,
      text: filled(texts, text)?.text ?? '',
      behaviour: value === 'none' || value === 'not-sure' ? ('exclusive' as const) : undefined,
    })),
  };
}

const monthGroups = ({ words: { t, format } }: CheckTexts, typed: Typed): readonly DateGroup[] =>
  childIds.map((id, place) => ({
    kind: 'date',
    name: `child-${id}`,
    legend: t('checker:ask.children.one', { number: format.number(place + 1) }),
    hint: undefined,
    parts: [
      part(typed, `month-${id}`, t('checker:month')),
      part(typed, `year-${id}`, t('checker:year'), true),
    ],
  }));

const part = (typed: Typed, id: string, label: string, isYear = false) => ({
  id,
  label,
  value: typedValue(typed, id),
  isYear,
});

const dayGroup = (
  { words: { t } }: CheckTexts,
  name: string,
  typed: Typed,
  legend: WordKey,
  hint: WordKey,
): DateGroup => ({
  kind: 'date',
  name,
  legend: t(legend),
  hint: t(hint),
  parts: [
    part(typed, `${name}-day`, t('checker:day')),
    part(typed, `${name}-month`, t('checker:month')),
    part(typed, `${name}-year`, t('checker:year'), true),
  ],
});

const startGroup = (texts: CheckTexts, name: string, typed: Typed): DateGroup =>
  dayGroup(texts, name, typed, 'checker:ask.work.starts', 'checker:ask.work.startsHint');

const stoppedGroup = (texts: CheckTexts, typed: Typed): DateGroup =>
  dayGroup(texts, 'stopped', typed, 'checker:ask.use.stopped', 'checker:ask.use.stoppedHint');
