import { z } from 'zod';
import { oneLine, parseTyped, readTyped, type Parsed } from '#platform/http/form.ts';
import type { TypedCode } from './enter-code.ts';

/** Six digits, with or without the gap that apps show. */
export const appCode = oneLine
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(
    z
      .string()
      .min(1, 'accounts:code.missing')
      .regex(/^\d{6}$/, 'accounts:code.wrong'),
  );

const recoveryCode = oneLine.pipe(
  z.string().min(1, 'accounts:code.recoveryMissing').max(40, 'accounts:code.recoveryWrong'),
);

/** The code of an authenticator app. */
export const parseAppCode = (data: FormData) =>
  parseTyped(z.object({ code: appCode }), readTyped(data));

const withApp = z
  .object({ code: appCode })
  .transform(({ code }) => ({ kind: 'app' as const, code }));
const withRecovery = z
  .object({ recovery: recoveryCode })
  .transform(({ recovery }) => ({ kind: 'recovery' as const, code: recovery }));

/** Either of the two forms of the page for the code. */
export function parseSignInCode(data: FormData): Parsed<TypedCode> {
  const typed = readTyped(data);
  return typed['recovery'] === undefined
    ? parseTyped<TypedCode>(withApp, typed)
    : parseTyped<TypedCode>(withRecovery, typed);
}
