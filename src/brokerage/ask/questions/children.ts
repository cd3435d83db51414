import { z } from 'zod';
import type { Typed } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { mostChildren } from '../../family.ts';
import { rowCount, textField } from '../draw.ts';
import { column, readMonth, rowField, sayIn, shortText } from '../fields.ts';
import { question } from '../question.ts';

const names = ['name', 'month', 'year'] as const;
const at = (values: readonly string[], index: number): string => values[index] ?? '';

/** Problems with a month of birth or due month; `today` is London's day. */
function birthProblem(born: string | null, today: string): WordKey | null {
  if (born === null) return 'brokerage:child.born.wrong';
  if (born === '') return 'brokerage:child.born.missing';
  const [year = 0, month = 0] = today.split('-').map(Number);
  const ahead = Number(born.slice(0, 4)) * 12 + Number(born.slice(5)) - (year * 12 + month);
  if (ahead > 10) return 'brokerage:child.born.tooFar';
  return ahead < -20 * 12 ? 'brokerage:child.born.tooOld' : null;
}

/** The children, each by month of birth or due month; a name is optional. */
export const children = question({
  form: ({ today }) =>
    z.object({ name: column, month: column, year: column }).transform((typed, context) => {
      const say = sayIn(context);
      const rows = Math.max(1, rowCount(typed, names, mostChildren));
      return Array.from({ length: rows }, (_, index) => {
        const name = at(typed.name, index);
        const born = readMonth(at(typed.month, index), at(typed.year, index));
        const wrong = birthProblem(born, today);
        if (wrong !== null) say(rowField('month', index), wrong);
        if (name.length > shortText) say(rowField('name', index), 'brokerage:field.tooLongLine');
        return { name, born: born ?? '' };
      });
    }),
  title: ({ t }) => t('brokerage:child.title'),
  draw: ({ t }, typed: Typed) => {
    const count = rowCount(typed, names, mostChildren);
    const value = (name: (typeof names)[number], index: number) => at(typed[name] ?? [], index);
    return [
      { control: 'text-block', text: t('brokerage:child.why') },
      {
        control: 'list',
        name: 'children',
        moreText: count < mostChildren ? t('brokerage:child.more') : null,
        rows: Array.from({ length: count }, (_, index) => ({
          title: t('brokerage:child.numbered', { number: index + 1 }),
          fields: [
            {
              control: 'month',
              name: 'month',
              label: t('brokerage:child.bornLabel'),
              hint: t('brokerage:child.hint'),
              month: value('month', index),
              year: value('year', index),
              suffix: index === 0 ? '' : `-${index + 1}`,
            },
            textField('name', { label: t('brokerage:child.name') }, value('name', index), {
              id: rowField('name', index),
            }),
          ],
        })),
      },
    ];
  },
  rows: ({ t, format }, value) =>
    value.map(({ name, born }, index) => ({
      label: 'brokerage:check.row.child',
      text: [
        name || (value.length > 1 ? t('brokerage:child.numbered', { number: index + 1 }) : ''),
        format.month(born),
      ]
        .filter(Boolean)
        .join('\n'),
      typed: true,
    })),
});
