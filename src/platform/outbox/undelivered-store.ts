import { and, asc, count, eq, inArray, isNotNull, lte, notExists, or } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import type { Reader, Tx } from '#db/open-database.ts';
import { accessLink, outboxMessage } from '#db/schema/platform.ts';
import type { App } from '../context.ts';
import { addHours, type LinkPurpose } from '../links/access-link.ts';
import { issueLink } from '../links/issue-link.ts';
import { awaitedDelivery, failedDeliveries, silentHours } from './delivery.ts';
import { linkState, type OutboxMessage } from './outbox-store.ts';

/** The link of a message that it brought and nobody has used or replaced; or there is none. */
const linkIsOpen = notExists(
  new QueryBuilder()
    .select({ id: accessLink.id })
    .from(accessLink)
    .where(
      and(
        eq(accessLink.id, outboxMessage.linkId),
        or(isNotNull(accessLink.usedAt), isNotNull(accessLink.supersededAt)),
      ),
    ),
);

/**
 * Given up after all attempts; sent and then reported as not delivered; or sent three days ago, and
 * nobody has told, or shown by using its link, that it arrived.
 */
const isUndelivered = (now: Date) =>
  or(
    eq(outboxMessage.state, 'dead'),
    and(eq(outboxMessage.state, 'sent'), inArray(outboxMessage.delivery, failedDeliveries)),
    and(
      eq(outboxMessage.state, 'sent'),
      eq(outboxMessage.delivery, awaitedDelivery),
      lte(outboxMessage.sentAt, addHours(now, -silentHours).toISOString()),
      linkIsOpen,
    ),
  );

/** The messages that could not be sent or delivered, or may not have been, the oldest first. */
export const listUndelivered = (db: Reader, now: Date, limit: number): readonly OutboxMessage[] =>
  db
    .select()
    .from(outboxMessage)
    .where(isUndelivered(now))
    .orderBy(asc(outboxMessage.createdAt))
    .limit(limit)
    .all();

export const countUndelivered = (db: Reader, now: Date): number =>
  db.select({ total: count() }).from(outboxMessage).where(isUndelivered(now)).get()?.total ?? 0;

/**
 * Queues an undelivered message afresh, under a new id so that no late receipt of the old one is
 * taken for it, and with a fresh link in place of one nobody used. False when there is no such
 * message (any more), or its link has been used or replaced, so that nothing is left to send.
 */
export function sendAgain(tx: Tx, ctx: Pick<App, 'clock' | 'ids' | 'keys'>, id: string): boolean {
  const old = tx
    .select()
    .from(outboxMessage)
    .where(and(eq(outboxMessage.id, id), isUndelivered(ctx.clock.now())))
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
