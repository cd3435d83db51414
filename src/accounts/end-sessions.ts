import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import type { StaffSession } from './find-staff-session.ts';
import { deleteOtherSessions, deleteSessionOf } from './staff-session-store.ts';

/** Ends one of the person's own sessions, also this one. Problem: `not-found` for any other. */
export const endSession = (
  ctx: Ctx,
  { account }: StaffSession,
  id: string,
): Result<null, 'not-found'> =>
  inTransaction(ctx.db, (tx): Result<null, 'not-found'> => {
    if (!deleteSessionOf(tx, account.id, id)) return failure('not-found');
    recordAudit(tx, ctx, { action: 'session-ended', object: `staff:${account.id}` });
    return success(null);
  });

/** Ends all of the person's sessions but the one they use; how many that were. */
export const endOtherSessions = (ctx: Ctx, { account, id }: StaffSession): number =>
  inTransaction(ctx.db, (tx) => {
    const ended = deleteOtherSessions(tx, account.id, id);
    recordAudit(tx, ctx, { action: 'other-sessions-ended', object: `staff:${account.id}` });
    return ended;
  });
