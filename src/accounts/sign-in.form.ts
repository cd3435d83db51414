import { z } from 'zod';
import { parseTyped, readTyped } from '#platform/http/form.ts';
import { emailField } from './email.ts';

/** A password exactly as typed: a space at its end may belong to it. */
export const passwordAsTyped = z
  .array(z.string())
  .default([])
  .transform((values) => values[0] ?? '');

const schema = z.object({
  email: emailField('accounts:signIn.emailMissing', 'accounts:signIn.emailWrong'),
  password: passwordAsTyped.pipe(z.string().min(1, 'accounts:signIn.passwordMissing')),
});

export const parseSignIn = (data: FormData) => parseTyped(schema, readTyped(data));
