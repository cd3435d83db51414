import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { App } from '#platform/context.ts';
import { oneLine } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';

/** An e-mail address in the form in which accounts keep it. */
export const plainEmail = (typed: string): string => typed.trim().toLowerCase();

/** An e-mail address as typed into a form: the problem is `missing` or the word for a wrong one. */
export const emailField = (missing: WordKey, wrong: WordKey) =>
  oneLine.pipe(z.string().min(1, missing)).transform(plainEmail).pipe(z.email(wrong));

/** Names an address in the record and the throttle without telling it. */
export const hashEmail = (keys: App['keys'], email: string): string =>
  createHmac('sha256', keys.staffSessions)
    .update(`email|${plainEmail(email)}`)
    .digest('base64url')
    .slice(0, 22);
