import { z } from 'zod';
import { oneOf } from '#platform/http/form.ts';
import { wishes } from '../../family.ts';
import { radios } from '../draw.ts';
import { question } from '../question.ts';

const texts = { place: 'brokerage:wish.place', advice: 'brokerage:wish.advice' } as const;
const hints = { place: 'brokerage:wish.placeHint', advice: 'brokerage:wish.adviceHint' } as const;

/** Whether a family looks for a place or only has a question. */
export const wish = question({
  form: () => z.object({ wish: oneOf(wishes, 'brokerage:wish.missing') }),
  title: ({ t }) => t('brokerage:wish.title'),
  isHeadedByControl: true,
  draw: ({ t }, typed) => [
    radios(
      'wish',
      { label: t('brokerage:wish.title'), isHeading: true },
      wishes.map((value) => ({ value, text: t(texts[value]), hint: { text: t(hints[value]) } })),
      typed,
    ),
  ],
  rows: ({ t }, value) => [{ label: 'brokerage:check.row.wish', text: t(texts[value.wish]) }],
});
