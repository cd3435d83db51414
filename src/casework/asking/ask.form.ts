import { z } from 'zod';
import type { Sharing } from '#brokerage/family.ts';
import { oneLine } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';

const key = (text: WordKey): WordKey => text;
const line = (longest: number, tooLong: WordKey) =>
  oneLine.pipe(z.string().max(longest, { error: tooLong }));

/** The broker's question to a provider; a family that wants to be asked first must have agreed. */
export const askForm = (sharing: Sharing) =>
  z.object({
    version: oneLine.transform(Number),
    providerName: line(120, 'casework:ask.name.tooLong').pipe(
      z.string().min(1, { error: key('casework:ask.name.missing') }),
    ),
    email: oneLine
      .pipe(z.string().min(1, { error: key('casework:ask.email.missing') }))
      .pipe(z.email({ error: key('casework:ask.email.wrong') })),
    note: line(1000, 'casework:ask.note.tooLong'),
    agreed: z
      .array(z.string())
      .default([])
      .refine((values) => sharing !== 'ask-first' || values.length > 0, {
        error: key('casework:ask.agreed.missing'),
      })
      .transform((values) => values.length > 0),
  });
