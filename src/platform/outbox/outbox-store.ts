import { createHash } from 'node:crypto';
import { and, asc, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Db, Reader } from '#db/open-database.ts';
import { accessLink, outboxMessage } from '#db/schema/platform.ts';
import { addHours } from '../links/access-link.ts';
import { inTransaction } from '../transaction.ts';
import { awaitedDelivery } from './delivery.ts';

export type OutboxMessage = typeof outboxMessage.$inferSelect;

/** Longer than any carrier may take over one message. */
const leaseHours = 3 / 60;

/**
 * Takes the message that is due first for this worker; no other worker gets it until the lease ends.
 * It is given as it was: a `leaseUntil` in it is that of a worker that never came back.
 */
export function leaseNext(db: Db, now: Date): OutboxMessage | undefined {
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
      .limit(1)
      .get();
    if (!due) return undefined;
    const leaseUntil = addHours(now, leaseHours).toISOString();
    tx.update(outboxMessage).set({ leaseUntil }).where(eq(outboxMessage.id, due.id)).run();
    return due;
  });
}

const change = (db: Db, id: string, values: Partial<OutboxMessage>): void => {
  db.update(outboxMessage)
    .set({ ...values, leaseUntil: null })
    .where(eq(outboxMessage.id, id))
    .run();
};

/** `awaits`: its carrier tells later what became of it, and may have told already. */
export const markSent = (db: Db, id: string, now: Date, awaits = false): void => {
  change(db, id, { state: 'sent', sentAt: now.toISOString(), lastError: null });
  if (!awaits) return;
  db.update(outboxMessage)
    .set({ delivery: awaitedDelivery })
    .where(and(eq(outboxMessage.id, id), isNull(outboxMessage.delivery)))
    .run();
};

/** A message that nobody needs any more, such as one for a family without an e-mail address. */
export const markCancelled = (db: Db, id: string): void => {
  change(db, id, { state: 'cancelled' });
};

/** A message that must wait, which is not an attempt. */
export const postpone = (db: Db, id: string, until: Date): void => {
  change(db, id, { nextAt: until.toISOString() });
};

const lastAttempt = 8;

/**
 * Tries again after 1, 2, 4 … minutes and up to a quarter more; after eight attempts, or at once when
 * no attempt can do better, it is kept as dead for staff to see.
 */
export function markFailed(
  db: Db,
  message: OutboxMessage,
  now: Date,
  { reason, isFinal }: { readonly reason: string; readonly isFinal: boolean },
): void {
  const attempts = message.attempts + 1;
  const minutes = 2 ** message.attempts * (1 + scatter(message.id, attempts) / 4);
  change(db, message.id, {
    attempts,
    state: isFinal || attempts >= lastAttempt ? 'dead' : 'queued',
    nextAt: addHours(now, minutes / 60).toISOString(),
    lastError: reason,
  });
}

/** From 0 to 1, as good as random from message to message, so that not all try again at once. */
const scatter = (id: string, attempts: number): number =>
  createHash('sha256').update(`${id}|${attempts}`).digest().readUInt16BE() / 0xffff;

/** What has become of a message's link: `superseded` by a newer one, or `used` already. */
export function linkState(db: Reader, linkId: string | null): 'open' | 'used' | 'superseded' {
  if (linkId === null) return 'open';
  const link = db.select().from(accessLink).where(eq(accessLink.id, linkId)).get();
  if (link?.supersededAt) return 'superseded';
  return link?.usedAt ? 'used' : 'open';
}

/** The ids of all messages about these subjects, sent or not. */
export const messageIdsOf = (db: Reader, subjectIds: readonly string[]): readonly string[] =>
  db
    .select({ id: outboxMessage.id })
    .from(outboxMessage)
    .where(inArray(outboxMessage.subjectId, [...subjectIds]))
    .all()
    .map(({ id }) => id);
