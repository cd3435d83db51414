import { z } from 'zod';
import { fundedSchemes, schemeName } from '#directory/taxonomy.ts';
import { oneLine, someOf } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { otherHelpWords } from '../../family-words.ts';
import { otherHelp } from '../../family.ts';
import { checkboxes, typedText } from '../draw.ts';
import { plainDigits } from '../fields.ts';
import { question } from '../question.ts';

const wrong: WordKey = 'brokerage:money.budget.wrong';
const pounds = oneLine.transform((typed, context) => {
  if (typed === '') return null;
  const amount = /^£?\s*(\d{1,4})(?:[.,]\d{1,2})?$/.exec(plainDigits(typed))?.[1];
  if (amount !== undefined) return Number(amount);
  context.addIssue({ code: 'custom', message: wrong });
  return z.NEVER;
});

/** What may help to pay, and what a family can pay in a week. */
export const money = question({
  form: () =>
    z.object({
      schemes: someOf(fundedSchemes),
      other: someOf(otherHelp),
      weeklyPounds: pounds,
    }),
  title: ({ t }) => t('brokerage:money.title'),
  draw: (words, typed) => [
    { control: 'text-block', text: words.t('brokerage:money.why') },
    checkboxes(
      'schemes',
      { label: words.t('brokerage:money.schemes') },
      fundedSchemes.map((value) => ({ value, text: schemeName(words, value) })),
      typed,
    ),
    checkboxes(
      'other',
      { label: words.t('brokerage:money.other.label') },
      otherHelp.map((value) => ({ value, text: words.t(otherHelpWords[value]) })),
      typed,
    ),
    typedText(
      'weeklyPounds',
      {
        label: words.t('brokerage:money.budget.label'),
        hint: words.t('brokerage:money.budget.hint'),
      },
      typed,
      { dir: 'ltr', narrow: true },
    ),
  ],
  rows: (words, { schemes, other, weeklyPounds }) => [
    {
      label: 'brokerage:check.row.money',
      text: [
        ...schemes.map((scheme) => schemeName(words, scheme)),
        ...other.map((one) => words.t(otherHelpWords[one])),
      ].join('\n'),
    },
    {
      label: 'brokerage:check.row.budget',
      text:
        weeklyPounds === null
          ? ''
          : words.t('brokerage:money.budget.upTo', {
              amount: words.format.money(weeklyPounds * 100),
            }),
    },
  ],
});
