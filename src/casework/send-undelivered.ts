import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { sendAgain } from '#platform/outbox/undelivered-store.ts';
import { success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { staffWith } from './staff-rights.ts';

/**
 * Sends a message that did not arrive once more; pressing twice sends once. The value says whether
 * there was still something to send. Problem: `not-allowed`.
 */
export function sendUndelivered(ctx: Ctx, messageId: string): Result<boolean, 'not-allowed'> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx) => {
    const isQueued = sendAgain(tx, ctx, messageId);
    if (isQueued) {
      recordAudit(tx, ctx, { action: 'message-sent-again', object: `message:${messageId}` });
    }
    return success(isQueued);
  });
}
