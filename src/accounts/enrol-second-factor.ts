import type { Ctx } from '#platform/context.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { asStaff } from './as-staff.ts';
import { findStaffSession } from './find-staff-session.ts';
import { knowDevice, whoTries } from './known-device.ts';
import { sealedSecretOf } from './second-factor-store.ts';
import { forgetTries } from './sign-in-try-store.ts';
import { spendCode } from './spend-code.ts';
import type { StaffAccount } from './staff-account-store.ts';
import { openSecret, openStaffAuth } from './staff-auth.ts';
import { authHeaders, newSessionToken, setCookiesOf } from './staff-cookies.ts';
import { deleteOtherSessions, markSecondFactor, sessionIdOf } from './staff-session-store.ts';
import { keyText, keyUri } from './totp.ts';

/** What an authenticator app needs: as an address for its camera, and as text to type. */
export type AuthenticatorKey = { readonly uri: string; readonly text: string };

/** The key of an account that has yet to prove its authenticator; undefined when there is none. */
export async function authenticatorKey(
  ctx: Ctx,
  account: StaffAccount,
): Promise<AuthenticatorKey | undefined> {
  const sealed = sealedSecretOf(ctx.db, account.id);
  if (sealed === undefined) return undefined;
  const secret = await openSecret(await openStaffAuth(ctx), sealed);
  const issuer = `${ctx.settings.council.name} ${ctx.words.t('site:serviceName')}`;
  return { uri: keyUri(secret, issuer, account.email), text: keyText(secret) };
}

/**
 * Proves the authenticator with its first code: the session becomes a new one that has passed both
 * factors, and the account's other sessions end. Problems: `sign-in-needed` without a session that
 * waits for this, `not-allowed` when the code is wrong.
 */
export async function enrolSecondFactor(
  ctx: Ctx,
  cookieHeader: string | null,
  code: string,
): Promise<Result<{ setCookies: readonly string[] }, 'sign-in-needed' | 'not-allowed'>> {
  const session = await findStaffSession(ctx, cookieHeader);
  if (session?.stage !== 'enrol') return failure('sign-in-needed');
  const auth = await openStaffAuth(ctx);
  if (!(await spendCode(ctx, auth, session.account.id, code))) return failure('not-allowed');
  const headers = authHeaders(cookieHeader);
  const answer = await auth.api.verifyTOTP({ body: { code }, headers, asResponse: true });
  const setCookies = setCookiesOf(answer);
  const token = answer.ok ? newSessionToken(setCookies) : undefined;
  if (token === undefined) return failure('not-allowed');
  finish(ctx, session.account, token, whoTries(ctx, session.account, cookieHeader));
  return success({ setCookies: [...setCookies, knowDevice(ctx, session.account.id)] });
}

function finish(ctx: Ctx, account: StaffAccount, token: string, who: string): void {
  inTransaction(ctx.db, (tx) => {
    markSecondFactor(tx, token, ctx.clock.now());
    deleteOtherSessions(tx, account.id, sessionIdOf(tx, token) ?? '');
    forgetTries(tx, who);
    const what = { action: 'staff-enrolled', object: `staff:${account.id}` };
    recordAudit(tx, asStaff(ctx, account), what);
  });
}
