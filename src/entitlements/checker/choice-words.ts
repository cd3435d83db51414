import type { WordKey } from '#platform/i18n/word-keys.ts';
import { choices, type QuestionKey } from './questions.ts';

type Chosen = Exclude<QuestionKey, 'children'>;
type Choices = {
  readonly [Key in Chosen]: Readonly<Record<(typeof choices)[Key][number], WordKey>>;
};

/** The words of every choice. */
const choiceKeys = {
  needs: {
    dla: 'checker:ask.needs.option.dla',
    plan: 'checker:ask.needs.option.plan',
    extra: 'checker:ask.needs.option.extra',
  },
  care: {
    own: 'checker:ask.care.option.own',
    fostered: 'checker:ask.care.option.fostered',
    'left-care': 'checker:ask.care.option.left-care',
    kinship: 'checker:ask.care.option.kinship',
  },
  adults: { 1: 'checker:ask.adults.option.1', 2: 'checker:ask.adults.option.2' },
  work: {
    employed: 'checker:ask.work.option.employed',
    'self-employed': 'checker:ask.work.option.self-employed',
    'new-self-employed': 'checker:ask.work.option.new-self-employed',
    starting: 'checker:ask.work.option.starting',
    leave: 'checker:ask.work.option.leave',
    benefit: 'checker:ask.work.option.benefit',
    none: 'checker:ask.work.option.none',
  },
  earn: {
    less: 'checker:ask.earn.option.less',
    enough: 'checker:ask.earn.option.enough',
    over: 'checker:ask.earn.option.over',
  },
  credit: {
    low: 'checker:ask.credit.option.low',
    more: 'checker:ask.credit.option.more',
    unknown: 'checker:ask.credit.option.unknown',
    no: 'checker:ask.credit.option.no',
  },
  funds: {
    none: 'checker:ask.funds.option.none',
    low: 'checker:ask.funds.option.low',
    more: 'checker:ask.funds.option.more',
    asylum: 'checker:ask.funds.option.asylum',
  },
  study: {
    no: 'checker:ask.study.option.no',
    young: 'checker:ask.study.option.young',
    college: 'checker:ask.study.option.college',
    university: 'checker:ask.study.option.university',
  },
  use: {
    vouchers: 'checker:ask.use.option.vouchers',
    code: 'checker:ask.use.option.code',
    stopped: 'checker:ask.use.option.stopped',
  },
} as const satisfies Choices;

const keysOf: Readonly<Record<Chosen, Readonly<Record<string, WordKey>>>> = choiceKeys;

/** The choices of a question in their order, then "none of these" where several may be ticked, then "not sure". */
export const choicesOf = (
  key: Chosen,
): readonly { readonly value: string; readonly text: WordKey }[] => [
  ...choices[key].map((value) => ({ value, text: keysOf[key][value] ?? 'checker:notSure' })),
  ...(key === 'needs' || key === 'use'
    ? [{ value: 'none', text: 'checker:noneOfThese' } as const]
    : []),
  { value: 'not-sure', text: 'checker:notSure' },
];
