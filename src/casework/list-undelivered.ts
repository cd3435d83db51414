import type { Ctx } from '#platform/context.ts';
import type { OutboxMessage } from '#platform/outbox/outbox-store.ts';
import { countUndelivered, listUndelivered } from '#platform/outbox/undelivered-store.ts';
import { success, type Result } from '#platform/result.ts';
import { staffWith } from './staff-rights.ts';
import { referenceOfSubject } from './undelivered-store.ts';

export type Undelivered = {
  readonly message: OutboxMessage;
  /** Of the case it is about; null for a message about none. */
  readonly reference: string | null;
};

const shown = 100;

/** The messages that did not arrive or may not have, the oldest first, and how many there are. Problem: `not-allowed`. */
export function listUndeliveredMessages(
  ctx: Ctx,
): Result<{ readonly rows: readonly Undelivered[]; readonly total: number }, 'not-allowed'> {
  const staff = staffWith('read', ctx.actor);
  if (!staff.ok) return staff;
  const now = ctx.clock.now();
  const rows = listUndelivered(ctx.db, now, shown).map((message) => ({
    message,
    reference: referenceOfSubject(ctx.db, message.subjectId),
  }));
  return success({ rows, total: countUndelivered(ctx.db, now) });
}
