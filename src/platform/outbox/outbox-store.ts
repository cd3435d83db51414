import { and, asc, eq, isNull, lte, or } from 'drizzle-orm';
import type { Db } from '#db/open-database.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import { addHours } from '../links/access-link.ts';
import { inTransaction } from '../transaction.ts';

export type OutboxMessage = typeof outboxMessage.$inferSelect;

const leaseHours = 2 / 60;

/** Takes up to `limit` due messages for this worker; no other worker gets them until the lease ends. */
export function leaseDue(db: Db, now: Date, limit: number): readonly OutboxMessage[] {
  const at = now.toISOString();
  return inTransaction(db, (tx) => {
    const due = tx
      .select()
      .from(outboxMessage)
      .where(
        and(
          eq(outboxMessage.state, 'queued'),
          lte(outboxMessage.nextAt, at),
          or(isNull(outboxMessage.leaseUntil), lte(outboxMessage.leaseUntil, at)),
        ),
      )
      .orderBy(asc(outboxMessage.nextAt))
      .limit(limit)
      .all();
    const leaseUntil = addHours(now, leaseHours).toISOString();
    for (const { id } of due) {
      tx.update(outboxMessage).set({ leaseUntil }).where(eq(outboxMessage.id, id)).run();
    }
    return due;
  });
}

export const markSent = (db: Db, id: string, now: Date): void => {
  db.update(outboxMessage)
    .set({ state: 'sent', sentAt: now.toISOString(), leaseUntil: null, lastError: null })
    .where(eq(outboxMessage.id, id))
    .run();
};

/** A message that nobody needs any more, such as one for a family without an e-mail address. */
export const markCancelled = (db: Db, id: string): void => {
  db.update(outboxMessage)
    .set({ state: 'cancelled', leaseUntil: null })
    .where(eq(outboxMessage.id, id))
    .run();
};

const lastAttempt = 8;

/** Tries again after 1, 2, 4 … minutes; after eight attempts it is kept as dead for staff to see. */
export function markFailed(db: Db, message: OutboxMessage, now: Date, error: string): void {
  const attempts = message.attempts + 1;
  const state = attempts >= lastAttempt ? 'dead' : 'queued';
  const nextAt = addHours(now, 2 ** message.attempts / 60).toISOString();
  db.update(outboxMessage)
    .set({ attempts, state, nextAt, leaseUntil: null, lastError: error.slice(0, 60) })
    .where(eq(outboxMessage.id, message.id))
    .run();
}
