import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Actor, App, StaffRole } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { accountToManage } from './account-to-manage.ts';
import { hasOtherAdmin, updateAccount } from './staff-account-store.ts';

type Problem = 'not-allowed' | 'not-found' | 'not-in-this-state';

/**
 * Gives an account another role, from its next page on. Problems: as `accountToManage`;
 * `not-in-this-state` when that would leave no administrator.
 */
export const changeRole = (
  ctx: App & { readonly actor: Actor },
  id: string,
  role: StaffRole,
): Result<null, Problem> =>
  inTransaction(ctx.db, (tx): Result<null, Problem> => {
    const found = accountToManage(tx, ctx, id);
    if (!found.ok) return found;
    const before = found.value.role;
    if (before === role) return success(null);
    if (before === 'admin' && !hasOtherAdmin(tx, id)) return failure('not-in-this-state');
    updateAccount(tx, id, { role }, ctx.clock.now());
    recordAudit(tx, ctx, {
      action: 'staff-role-changed',
      object: `staff:${id}`,
      fields: ['role'],
      reason: `${before} to ${role}`,
    });
    return success(null);
  });
