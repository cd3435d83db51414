import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import { oneLine, parseTyped, readTyped } from '#platform/http/form.ts';
import { passwordProblem } from './password-rules.ts';
import { passwordAsTyped } from './sign-in.form.ts';
import { telltaleNames } from './telltale-names.ts';

const name = oneLine.pipe(
  z
    .string()
    .min(2, 'accounts:join.nameMissing')
    .max(80, 'accounts:join.nameLong')
    .regex(/^[^\p{C}<>]*$/u, 'accounts:join.nameWrong'),
);

const schema = (ctx: Ctx, email: string) =>
  z.object({ name, password: passwordAsTyped }).superRefine((value, context) => {
    const message = passwordProblem(value.password, telltaleNames(ctx, email, value.name));
    if (message) context.addIssue({ code: 'custom', path: ['password'], message });
  });

/** The name and password of somebody who joins. */
export const parseJoin = (ctx: Ctx, email: string, data: FormData) =>
  parseTyped(schema(ctx, email), readTyped(data));
