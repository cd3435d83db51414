import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import { parseTyped, readTyped } from '#platform/http/form.ts';
import { appCode } from './code.form.ts';
import { passwordProblem } from './password-rules.ts';
import { passwordAsTyped } from './sign-in.form.ts';
import type { StaffAccount } from './staff-account-store.ts';
import { telltaleNames } from './telltale-names.ts';

const proof = {
  current: passwordAsTyped.pipe(z.string().min(1, 'accounts:account.currentMissing').max(1000)),
  code: appCode,
};

/** The password and a fresh code, of somebody who is signed in. */
export const parseProof = (data: FormData) => parseTyped(z.object(proof), readTyped(data));

/** The same with a new password. */
export function parseNewPassword(ctx: Ctx, { email, name }: StaffAccount, data: FormData) {
  const names = telltaleNames(ctx, email, name);
  const password = passwordAsTyped.superRefine((value, context) => {
    const message = passwordProblem(value, names);
    if (message) context.addIssue({ code: 'custom', message });
  });
  return parseTyped(z.object({ ...proof, password }), readTyped(data));
}
