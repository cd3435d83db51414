import { z } from 'zod';
import { oneLine } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { longestMessage } from './message.ts';

/** The form of a message, from either side; `missing` and `tooLong` say what is wrong in its words. */
export const messageForm = (says: { readonly missing: WordKey; readonly tooLong: WordKey }) =>
  z.object({
    text: oneLine
      .transform((text) => text.replaceAll('\r\n', '\n'))
      .pipe(
        z.string().min(1, { error: says.missing }).max(longestMessage, { error: says.tooLong }),
      ),
    once: oneLine,
  });
