import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Actor, App } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { accountToManage } from './account-to-manage.ts';
import { hasOtherAdmin, updateAccount } from './staff-account-store.ts';
import { deleteAllSessions } from './staff-session-store.ts';

type ManageCtx = App & { readonly actor: Actor };
type Problem = 'not-allowed' | 'not-found' | 'not-in-this-state';

/**
 * Lets an account in no more and ends its sessions. Problems: as `accountToManage`;
 * `not-in-this-state` for the last administrator and when it is disabled already.
 */
export const disableStaff = (ctx: ManageCtx, id: string): Result<null, Problem> =>
  inTransaction(ctx.db, (tx): Result<null, Problem> => {
    const found = accountToManage(tx, ctx, id);
    if (!found.ok) return found;
    const { role, disabledAt } = found.value;
    if (disabledAt !== null || (role === 'admin' && !hasOtherAdmin(tx, id)))
      return failure('not-in-this-state');
    const now = ctx.clock.now();
    updateAccount(tx, id, { disabledAt: now }, now);
    deleteAllSessions(tx, id);
    const what = { action: 'staff-disabled', object: `staff:${id}`, fields: ['disabledAt'] };
    recordAudit(tx, ctx, what);
    return success(null);
  });

/** Lets a disabled account in again, as it was. Problems: as above. */
export const enableStaff = (ctx: ManageCtx, id: string): Result<null, Problem> =>
  inTransaction(ctx.db, (tx): Result<null, Problem> => {
    const found = accountToManage(tx, ctx, id);
    if (!found.ok) return found;
    if (found.value.disabledAt === null) return failure('not-in-this-state');
    updateAccount(tx, id, { disabledAt: null }, ctx.clock.now());
    const what = { action: 'staff-enabled', object: `staff:${id}`, fields: ['disabledAt'] };
    recordAudit(tx, ctx, what);
    return success(null);
  });
