import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import { oneLine, parseTyped, readTyped } from '#platform/http/form.ts';
import { passwordProblem } from './password-rules.ts';
import { passwordAsTyped } from './sign-in.form.ts';

const name = oneLine.pipe(
  z
    .string()
    .min(2, 'accounts:join.nameMissing')
    .max(80, 'accounts:join.nameLong')
    .regex(/^[^\p{C}<>]*$/u, 'accounts:join.nameWrong'),
);

/** `names` are what the password must not hold, besides the person's own name. */
const schema = (names: readonly string[]) =>
  z.object({ name, password: passwordAsTyped }).superRefine((value, context) => {
    const message = passwordProblem(value.password, [...names, ...value.name.split(/\s+/)]);
    if (message) context.addIssue({ code: 'custom', path: ['password'], message });
  });

/** The name and password of somebody who joins. */
export function parseJoin(ctx: Ctx, email: string, data: FormData) {
  const [local = ''] = email.split('@');
  const service = ctx.words.t('site:serviceName');
  const names = [local, service, ctx.settings.council.name];
  return parseTyped(schema(names), readTyped(data));
}
