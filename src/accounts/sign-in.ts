import type { Ctx } from '#platform/context.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { hashEmail } from './email.ts';
import { whoTries } from './known-device.ts';
import { alertAtFifth, beginTry } from './sign-in-throttle.ts';
import { findAccountByEmail, type StaffAccount } from './staff-account-store.ts';
import { openStaffAuth } from './staff-auth.ts';
import { authHeaders, newSessionToken, setCookiesOf } from './staff-cookies.ts';
import { deleteAllSessions } from './staff-session-store.ts';

export type PasswordAccepted = {
  /** What comes next: the code of the second factor, or setting one up. */
  readonly next: 'code' | 'enrol';
  readonly setCookies: readonly string[];
};
type Typed = {
  readonly email: string;
  readonly password: string;
  /** The request's `Cookie` header: a browser that is known has tries of its own. */
  readonly cookies?: string | null;
};

/**
 * Checks an e-mail address and a password. Problems: `sign-in-needed` when they are not right or the
 * account is disabled, in the same time and manner whether or not the account exists;
 * `too-many-requests` after failures.
 */
export async function signIn(
  ctx: Ctx,
  { email, password, cookies = null }: Typed,
): Promise<Result<PasswordAccepted, 'sign-in-needed' | 'too-many-requests'>> {
  const asked = findAccountByEmail(ctx.db, email);
  const who = whoTries(ctx, { email, id: asked?.id }, cookies);
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
  const setCookies = setCookiesOf(answer);
  const account = findAccountByEmail(ctx.db, email);
  if (!answer.ok || account?.disabledAt !== null) {
    refuse(ctx, { email, account, setCookies });
    alertAtFifth(ctx, who);
    return failure('sign-in-needed');
  }
  const what = { action: 'staff-password-accepted', object: `staff:${account.id}` };
  inTransaction(ctx.db, (tx) => recordAudit(tx, ctx, what));
  const next = newSessionToken(setCookies) === undefined ? 'code' : 'enrol';
  return success({ next, setCookies });
}

type Refused = {
  readonly email: string;
  readonly account: StaffAccount | undefined;
  readonly setCookies: readonly string[];
};

/** Records the failure; what a right password of a disabled account began is ended. */
function refuse(ctx: Ctx, { email, account, setCookies }: Refused): void {
  const disabled = account !== undefined && account.disabledAt !== null;
  inTransaction(ctx.db, (tx) => {
    if (disabled) deleteAllSessions(tx, account.id);
    recordAudit(tx, ctx, {
      action: 'staff-sign-in-failed',
      object: account ? `staff:${account.id}` : `email:${hashEmail(ctx.keys, email)}`,
      reason: disabled && setCookies.length > 0 ? 'disabled' : 'password',
    });
  });
}
