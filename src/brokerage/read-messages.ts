import type { Ctx } from '#platform/context.ts';
import { inTransaction } from '#platform/transaction.ts';
import { markMessagesRead } from './message-store.ts';
import { ownCaseId } from './tracking.ts';

/** The family has opened its conversation: what staff wrote to it is read. Nothing for others. */
export function readMessages(ctx: Ctx): void {
  const id = ownCaseId(ctx.actor);
  if (id === undefined) return;
  inTransaction(ctx.db, (tx) => markMessagesRead(tx, ctx, id, 'staff'));
}
