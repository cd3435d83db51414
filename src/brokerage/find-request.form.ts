import { z } from 'zod';
import { oneLine } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';

const key = (text: WordKey): WordKey => text;
const written = /^(?:FIS)?([0-9A-Z]{4})([0-9A-Z]{4})$/;

/** A reference as we write it, however it was typed; anything else is refused for its form alone. */
const reference = oneLine.transform((text, context) => {
  const found = written.exec(text.toUpperCase().replace(/[^0-9A-Z]/g, ''));
  if (found) return `FIS-${found[1] ?? ''}-${found[2] ?? ''}`;
  const error = text === '' ? 'missing' : 'wrong';
  context.addIssue({ code: 'custom', message: key(`brokerage:findRequest.reference.${error}`) });
  return z.NEVER;
});

const contact = oneLine.pipe(
  z
    .string()
    .min(1, { error: key('brokerage:findRequest.contact.missing') })
    .max(254, { error: key('brokerage:findRequest.contact.wrong') }),
);

/** What finds a request again: its reference, and an e-mail address or phone number on it. */
export const findRequestForm = z.object({ reference, contact });
export type FindRequest = z.output<typeof findRequestForm>;

/** Six digits, however they were spaced; empty when they are not six. */
export const typedCode = (text: string): string => {
  const digits = text.normalize('NFKC').replace(/[^0-9]/g, '');
  return digits.length === 6 ? digits : '';
};
