import { and, asc, count, eq, inArray, or } from 'drizzle-orm';
import type { Reader, Tx } from '#db/open-database.ts';
import { accessLink, outboxMessage } from '#db/schema/platform.ts';
import type { App } from '../context.ts';
import type { LinkPurpose } from '../links/access-link.ts';
import { issueLink } from '../links/issue-link.ts';
import { failedDeliveries } from './delivery.ts';
import { linkState, type OutboxMessage } from './outbox-store.ts';

/** Given up after all attempts, or sent and then reported as not delivered. */
const isUndelivered = or(
  eq(outboxMessage.state, 'dead'),
  and(eq(outboxMessage.state, 'sent'), inArray(outboxMessage.delivery, failedDeliveries)),
);

/** The messages that could not be sent or delivered, the oldest first. */
export const listUndelivered = (db: Reader, limit: number): readonly OutboxMessage[] =>
  db
    .select()
    .from(outboxMessage)
    .where(isUndelivered)
    .orderBy(asc(outboxMessage.createdAt))
    .limit(limit)
    .all();

export const countUndelivered = (db: Reader): number =>
  db.select({ total: count() }).from(outboxMessage).where(isUndelivered).get()?.total ?? 0;

/**
 * Queues an undelivered message afresh, under a new id so that no late receipt of the old one is
 * taken for it, and with a fresh link in place of one nobody used. False when there is no such
 * message (any more), or its link has been used or replaced, so that nothing is left to send.
 */
export function sendAgain(tx: Tx, ctx: Pick<App, 'clock' | 'ids' | 'keys'>, id: string): boolean {
  const old = tx
    .select()
    .from(outboxMessage)
    .where(and(eq(outboxMessage.id, id), isUndelivered))
    .get();
  if (!old) return false;
  tx.update(outboxMessage).set({ state: 'cancelled' }).where(eq(outboxMessage.id, id)).run();
  if (linkState(tx, old.linkId) !== 'open') return false;
  const { kind, subjectId, createdAt } = old;
  tx.insert(outboxMessage)
    .values({
      ...{ kind, subjectId, createdAt },
      id: ctx.ids.id(),
      linkId: old.linkId === null ? null : freshLink(tx, ctx, old.linkId),
      dedupeKey: `again:${id}`,
      state: 'queued',
      nextAt: ctx.clock.now().toISOString(),
    })
    .run();
  return true;
}

/**
 * A link to the same, for as long, in place of one that may have expired meanwhile. What is not a
 * link, such as the id of a code, stays.
 */
function freshLink(tx: Tx, ctx: Pick<App, 'clock' | 'ids' | 'keys'>, id: string): string {
  const link = tx.select().from(accessLink).where(eq(accessLink.id, id)).get();
  if (!link) return id;
  const purpose: LinkPurpose = link.purpose;
  const hours = (Date.parse(link.expiresAt) - Date.parse(link.createdAt)) / 3_600_000;
  return issueLink(tx, ctx, { purpose, subjectId: link.subjectId, hours });
}
