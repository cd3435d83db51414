import { z } from 'zod';
import { staffRoles } from '#platform/context.ts';
import { oneOf, parseTyped, readTyped } from '#platform/http/form.ts';
import { emailField } from './email.ts';

const role = oneOf(staffRoles, 'accounts:people.roleMissing');

/** Whom to invite, and as what. */
export const parseInvite = (data: FormData) =>
  parseTyped(
    z.object({
      email: emailField('accounts:people.emailMissing', 'accounts:signIn.emailWrong'),
      role,
    }),
    readTyped(data),
  );

/** The role to give an account. */
export const parseRole = (data: FormData) => parseTyped(z.object({ role }), readTyped(data));
