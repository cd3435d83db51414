import type { Ctx } from '#platform/context.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { hashEmail } from './email.ts';
import { beginTry } from './sign-in-throttle.ts';
import { findAccountByEmail } from './staff-account-store.ts';
import { openStaffAuth } from './staff-auth.ts';
import { authHeaders, newSessionToken, setCookiesOf } from './staff-cookies.ts';

export type PasswordAccepted = {
  /** What comes next: the code of the second factor, or setting one up. */
  readonly next: 'code' | 'enrol';
  readonly setCookies: readonly string[];
};

/**
 * Checks an e-mail address and a password. Problems: `sign-in-needed` when they are not right, in
 * the same time and manner whether or not the account exists; `too-many-requests` after failures.
 */
export async function signIn(
  ctx: Ctx,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Result<PasswordAccepted, 'sign-in-needed' | 'too-many-requests'>> {
  const who = hashEmail(ctx.keys, email);
  if (!beginTry(ctx, who)) {
    ctx.log.warn('staff sign-in throttled');
    return failure('too-many-requests');
  }
  const auth = await openStaffAuth(ctx);
  const answer = await auth.api.signInEmail({
    body: { email, password },
    headers: authHeaders(null),
    asResponse: true,
  });
  const account = findAccountByEmail(ctx.db, email);
  const object = account ? `staff:${account.id}` : `email:${who}`;
  const setCookies = setCookiesOf(answer);
  const accepted = answer.ok && account !== undefined;
  inTransaction(ctx.db, (tx) =>
    recordAudit(tx, ctx, {
      action: accepted ? 'staff-password-accepted' : 'staff-sign-in-failed',
      object,
      ...(!accepted && { reason: 'password' }),
    }),
  );
  if (!accepted) return failure('sign-in-needed');
  const next = newSessionToken(setCookies) === undefined ? 'code' : 'enrol';
  return success({ next, setCookies });
}
