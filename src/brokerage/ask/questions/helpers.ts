import { z } from 'zod';
import type { Typed } from '#platform/http/form.ts';
import { mayAskWords, roleWords } from '../../family-words.ts';
import { helperRoles, yesNoUnsure } from '../../family.ts';
import { rowCount, select, textField } from '../draw.ts';
import { column, rowField, sayIn, shortText } from '../fields.ts';
import { question } from '../question.ts';

const most = 6;
const names = ['name', 'contact'] as const;

/** Who else helps the family, so that nobody tells the story twice. */
export const helpers = question({
  form: () =>
    z
      .object({ role: column, name: column, contact: column, mayAsk: column })
      .transform((typed, context) => {
        const say = sayIn(context);
        return typed.name
          .slice(0, most)
          .map((name, index) => ({
            role: helperRoles.find((one) => one === typed.role[index]) ?? ('other' as const),
            name,
            contact: typed.contact[index] ?? '',
            mayAsk: yesNoUnsure.find((one) => one === typed.mayAsk[index]) ?? ('no' as const),
          }))
          .filter(({ name, contact }, index) => {
            if (name.length > shortText)
              say(rowField('name', index), 'brokerage:field.tooLongLine');
            if (contact.length > shortText)
              say(rowField('contact', index), 'brokerage:field.tooLongLine');
            return name !== '' || contact !== '';
          });
      }),
  title: ({ t }) => t('brokerage:helpers.title'),
  draw: ({ t }, typed: Typed) => {
    const count = rowCount(typed, names, most);
    const value = (name: string, index: number) => typed[name]?.[index] ?? '';
    const text = (name: 'name' | 'contact', index: number) =>
      textField(name, { label: t(`brokerage:helpers.${name}`) }, value(name, index), {
        id: rowField(name, index),
      });
    return [
      { control: 'text-block', text: t('brokerage:helpers.why') },
      {
        control: 'list',
        name: 'helpers',
        moreText: count < most ? t('brokerage:helpers.more') : null,
        rows: Array.from({ length: count }, (_, index) => ({
          title: t('brokerage:helpers.numbered', { number: index + 1 }),
          fields: [
            select(
              'role',
              t('brokerage:helpers.role.label'),
              helperRoles.map((role) => ({ value: role, text: t(roleWords[role]) })),
              value('role', index),
              rowField('role', index),
            ),
            text('name', index),
            text('contact', index),
            select(
              'mayAsk',
              t('brokerage:helpers.mayAsk.label'),
              [...yesNoUnsure].reverse().map((one) => ({ value: one, text: t(mayAskWords[one]) })),
              value('mayAsk', index) || 'no',
              rowField('mayAsk', index),
            ),
          ],
        })),
      },
    ];
  },
  rows: ({ t }, value) => [
    {
      label: 'brokerage:check.row.helpers',
      text: value
        .map(({ role, name, contact, mayAsk }) =>
          [t(roleWords[role]), name, contact, t(mayAskWords[mayAsk])].filter(Boolean).join(', '),
        )
        .join('\n'),
      typed: true,
    },
  ],
});
