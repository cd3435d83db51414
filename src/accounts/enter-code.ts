import type { Ctx } from '#platform/context.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { asStaff } from './as-staff.ts';
import { homeOf } from './home-of.ts';
import { knowDevice, whoTries } from './known-device.ts';
import { hashRecoveryCode } from './recovery-codes.ts';
import { forgetTries } from './sign-in-try-store.ts';
import { spendCode } from './spend-code.ts';
import { findAccount, type StaffAccount } from './staff-account-store.ts';
import { openStaffAuth, type StaffAuth } from './staff-auth.ts';
import { authHeaders, newSessionToken, setCookiesOf } from './staff-cookies.ts';
import { markSecondFactor } from './staff-session-store.ts';
import { waitingFor } from './who-is-signed-in.ts';

export type TypedCode = { readonly kind: 'app' | 'recovery'; readonly code: string };
type LetIn = { readonly next: string; readonly setCookies: readonly string[] };
type CodeProblem = 'not-allowed' | 'sign-in-needed' | 'too-many-requests';

/**
 * Ends a sign-in with the app's code or a recovery code; gives the session's cookies and where work begins. Problems:
 * `not-allowed` when the code is wrong or has been used, `sign-in-needed` when it came too late or
 * after five wrong ones, `too-many-requests` while the account rests after ten in a row.
 */
export async function enterCode(
  ctx: Ctx,
  cookieHeader: string | null,
  typed: TypedCode,
): Promise<Result<LetIn, CodeProblem>> {
  const accountId = waitingFor(ctx, cookieHeader);
  const account = accountId === undefined ? undefined : findAccount(ctx.db, accountId);
  if (account?.disabledAt !== null) return failure('sign-in-needed');
  const auth = await openStaffAuth(ctx);
  const answer = await check(ctx, auth, account, cookieHeader, typed);
  const setCookies = setCookiesOf(answer);
  const token = answer.ok ? newSessionToken(setCookies) : undefined;
  if (token === undefined) return refuse(ctx, account, cookieHeader, typed, answer);
  letIn(ctx, account, token, { kind: typed.kind, who: whoTries(ctx, account, cookieHeader) });
  const cookies = [...setCookies, knowDevice(ctx, account.id)];
  return success({ next: homeOf(account.role), setCookies: cookies });
}

async function check(
  ctx: Ctx,
  auth: StaffAuth,
  account: StaffAccount,
  cookieHeader: string | null,
  { kind, code }: TypedCode,
): Promise<Response> {
  const headers = authHeaders(cookieHeader);
  if (kind === 'recovery') {
    const hash = hashRecoveryCode(ctx.keys, account.id, code);
    return auth.api.verifyBackupCode({ body: { code: hash }, headers, asResponse: true });
  }
  // A code that is spent is counted as a wrong one, which an empty code is.
  const usable = await spendCode(ctx, auth, account.id, code);
  return auth.api.verifyTOTP({ body: { code: usable ? code : '' }, headers, asResponse: true });
}

type Way = { readonly kind: TypedCode['kind']; readonly who: string };

function letIn(ctx: Ctx, account: StaffAccount, token: string, { kind, who }: Way): void {
  inTransaction(ctx.db, (tx) => {
    markSecondFactor(tx, token, ctx.clock.now());
    forgetTries(tx, who);
    const what = {
      action: 'staff-signed-in',
      object: `staff:${account.id}`,
      reason: `${kind} code`,
    };
    recordAudit(tx, asStaff(ctx, account), what);
  });
}

function refuse(
  ctx: Ctx,
  account: StaffAccount,
  cookieHeader: string | null,
  { kind }: TypedCode,
  answer: Response,
) {
  const what = { object: `staff:${account.id}`, reason: `${kind} code` };
  inTransaction(ctx.db, (tx) => recordAudit(tx, ctx, { action: 'staff-sign-in-failed', ...what }));
  if (answer.status === 429) return failure('too-many-requests');
  if (waitingFor(ctx, cookieHeader) !== undefined) return failure('not-allowed');
  ctx.log.warn('staff sign-in codes refused', { kind });
  return failure('sign-in-needed');
}
