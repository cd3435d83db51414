import { z } from 'zod';
import { someOf } from '#platform/http/form.ts';
import { termWords, timesText } from '../../family-words.ts';
import { terms } from '../../family.ts';
import { allSlots, dayParts, weekdays } from '../../week.ts';
import { radios, textarea, tick } from '../draw.ts';
import { oneOr, ownWords, ticked } from '../fields.ts';
import { question } from '../question.ts';

/** The week that is wanted, and whether in term time or all year. */
export const times = question({
  form: () =>
    z
      .object({
        slots: someOf(allSlots),
        notSure: ticked,
        term: oneOr(terms, 'not-sure'),
        note: ownWords,
      })
      .check((context) => {
        const { slots, notSure } = context.value;
        if (slots.length > 0 || notSure) return;
        context.issues.push({
          code: 'custom',
          path: ['slots'],
          message: 'brokerage:times.slots.missing',
          input: context.value,
        });
      }),
  title: ({ t }) => t('brokerage:times.title'),
  draw: ({ t }, typed, { children }) => [
    {
      control: 'week',
      name: 'slots',
      label: t('brokerage:times.slots.label'),
      hint: t('brokerage:times.slots.hint'),
      rows: weekdays.map((day) => ({
        day: t(`brokerage:day.${day}`),
        items: dayParts.map((part) => ({
          value: `${day}-${part}`,
          text: t(`brokerage:part.${part}`),
          checked: (typed['slots'] ?? []).includes(`${day}-${part}`),
        })),
      })),
    },
    tick('notSure', '', t('brokerage:times.notSure'), typed),
    radios(
      'term',
      { label: t('brokerage:times.term.label') },
      terms.map((value) => ({ value, text: t(termWords[value]) })),
      typed,
    ),
    textarea(
      'note',
      {
        label: t(children.length > 1 ? 'brokerage:times.noteEach' : 'brokerage:times.note'),
        hint: t('brokerage:times.noteHint'),
      },
      typed,
    ),
  ],
  rows: (words, value) => [
    { label: 'brokerage:check.row.times', text: timesText(words, value) },
    { label: 'brokerage:check.row.term', text: words.t(termWords[value.term]) },
    { label: 'brokerage:check.row.timesNote', text: value.note, typed: true },
  ],
});
