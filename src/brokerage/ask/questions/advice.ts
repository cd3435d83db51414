import { z } from 'zod';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { textarea } from '../draw.ts';
import { ownWords } from '../fields.ts';
import { question } from '../question.ts';

const missing: WordKey = 'brokerage:question.missing';

/** A question that is answered without looking for a place. */
export const advice = question({
  form: () => z.object({ text: ownWords.pipe(z.string().min(1, { error: missing })) }),
  title: ({ t }) => t('brokerage:question.title'),
  isHeadedByControl: true,
  draw: ({ t }, typed) => [
    textarea(
      'text',
      { label: t('brokerage:question.title'), hint: t('brokerage:question.hint'), isHeading: true },
      typed,
    ),
  ],
  rows: (_, { text }) => [{ label: 'brokerage:check.row.question', text, typed: true }],
});
