import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import type { StaffSession } from './find-staff-session.ts';
import { proveAgain, type Proof } from './prove-again.ts';
import { setPassword } from './staff-account-store.ts';
import { hashPassword } from './staff-auth.ts';
import { deleteOtherSessions } from './staff-session-store.ts';

/**
 * Gives the person a new password, one that `passwordProblem` has nothing against, and ends their
 * other sessions. Problems: as `proveAgain`.
 */
export async function changePassword(
  ctx: Ctx,
  { id, account }: StaffSession,
  { password, ...proof }: Proof & { readonly password: string },
): Promise<Result<null, 'not-allowed' | 'too-many-requests'>> {
  const proved = await proveAgain(ctx, account, proof);
  if (!proved.ok) return proved;
  const hash = await hashPassword(password);
  inTransaction(ctx.db, (tx) => {
    setPassword(tx, account.id, hash, ctx.clock.now());
    deleteOtherSessions(tx, account.id, id);
    recordAudit(tx, ctx, {
      action: 'staff-password-changed',
      object: `staff:${account.id}`,
      fields: ['password'],
    });
  });
  return success(null);
}
