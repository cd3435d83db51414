import { z } from 'zod';
import type { Typed } from '#platform/http/form.ts';
import { triedWords } from '../../family-words.ts';
import { triedReasons } from '../../family.ts';
import { rowCount, select, textField } from '../draw.ts';
import { column, longText, rowField, sayIn } from '../fields.ts';
import { question } from '../question.ts';

const most = 8;
const names = ['place', 'words'] as const;

/** Places already asked, and what they said in the family's account. */
export const tried = question({
  form: () =>
    z.object({ place: column, reason: column, words: column }).transform((typed, context) => {
      const say = sayIn(context);
      return typed.place
        .slice(0, most)
        .map((place, index) => ({
          place,
          reason: triedReasons.find((one) => one === typed.reason[index]) ?? ('other' as const),
          words: typed.words[index] ?? '',
        }))
        .filter(({ place, words }, index) => {
          if (place.length > longText) say(rowField('place', index), 'brokerage:field.tooLong');
          if (words.length > longText) say(rowField('words', index), 'brokerage:field.tooLong');
          return place !== '' || words !== '';
        });
    }),
  title: ({ t }) => t('brokerage:tried.title'),
  draw: ({ t }, typed: Typed) => {
    const count = rowCount(typed, names, most);
    const value = (name: string, index: number) => typed[name]?.[index] ?? '';
    return [
      { control: 'text-block', text: t('brokerage:tried.why') },
      {
        control: 'list',
        name: 'tried',
        moreText: count < most ? t('brokerage:tried.more') : null,
        rows: Array.from({ length: count }, (_, index) => ({
          title: t('brokerage:tried.numbered', { number: index + 1 }),
          fields: [
            textField('place', { label: t('brokerage:tried.place') }, value('place', index), {
              id: rowField('place', index),
            }),
            select(
              'reason',
              t('brokerage:tried.reason.label'),
              triedReasons.map((reason) => ({ value: reason, text: t(triedWords[reason]) })),
              value('reason', index),
              rowField('reason', index),
            ),
            textField('words', { label: t('brokerage:tried.words') }, value('words', index), {
              id: rowField('words', index),
            }),
          ],
        })),
      },
    ];
  },
  rows: ({ t }, value) => [
    {
      label: 'brokerage:check.row.tried',
      text: value
        .map(({ place, reason, words }) =>
          [place, t(triedWords[reason]), words].filter(Boolean).join(': '),
        )
        .join('\n'),
      typed: true,
    },
  ],
});
