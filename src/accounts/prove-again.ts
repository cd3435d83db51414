import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { inTransaction } from '#platform/transaction.ts';
import { alertAtFifth, beginTry } from './sign-in-throttle.ts';
import { forgetTries } from './sign-in-try-store.ts';
import { spendCode } from './spend-code.ts';
import { passwordHashOf, type StaffAccount } from './staff-account-store.ts';
import { isPassword, openStaffAuth } from './staff-auth.ts';

/** What somebody who is signed in shows once more before the ways in change. */
export type Proof = { readonly current: string; readonly code: string };

/**
 * Checks the password and a fresh code of somebody who is signed in; spends the code. Problems:
 * `not-allowed` when either is wrong, `too-many-requests` after failures.
 */
export async function proveAgain(
  ctx: Ctx,
  account: StaffAccount,
  { current, code }: Proof,
): Promise<Result<null, 'not-allowed' | 'too-many-requests'>> {
  const who = `again:${account.id}`;
  if (!beginTry(ctx, who)) return failure('too-many-requests');
  const hash = passwordHashOf(ctx.db, account.id);
  const isRight =
    hash !== null &&
    (await isPassword(current, hash)) &&
    (await spendCode(ctx, await openStaffAuth(ctx), account.id, code));
  if (isRight) {
    forgetTries(ctx.db, who);
    return success(null);
  }
  alertAtFifth(ctx, who);
  const what = { action: 'staff-proof-failed', object: `staff:${account.id}` };
  inTransaction(ctx.db, (tx) => recordAudit(tx, ctx, what));
  return failure('not-allowed');
}
