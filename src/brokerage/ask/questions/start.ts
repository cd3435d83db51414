import { z } from 'zod';
import { oneLine, oneOf } from '#platform/http/form.ts';
import { startWords } from '../../family-words.ts';
import { startTimes } from '../../family.ts';
import { monthField, radios } from '../draw.ts';
import { readMonth, sayIn } from '../fields.ts';
import { question } from '../question.ts';

/** From when care is wanted. */
export const start = question({
  form: () =>
    z
      .object({
        when: oneOf(startTimes, 'brokerage:start.when.missing'),
        month: oneLine,
        year: oneLine,
      })
      .transform(({ when, month, year }, context) => {
        if (when !== 'month') return { when, month: '' };
        const read = readMonth(month, year);
        if (!read) sayIn(context)('month', 'brokerage:start.month.wrong');
        return { when, month: read ?? '' };
      }),
  title: ({ t }) => t('brokerage:start.question'),
  draw: ({ t }, typed) => [
    radios(
      'when',
      { label: t('brokerage:start.when.label'), hint: t('brokerage:start.when.hint') },
      startTimes.map((value) => ({ value, text: t(startWords[value]) })),
      typed,
    ),
    monthField(
      { label: t('brokerage:start.month.label'), hint: t('brokerage:start.month.hint') },
      typed,
    ),
  ],
  rows: ({ t, format }, { when, month }) => [
    {
      label: 'brokerage:check.row.start',
      text: when === 'month' ? format.month(month) : t(startWords[when]),
    },
  ],
});
