import { and, eq, gt } from 'drizzle-orm';
import type { Reader, Tx } from '#db/open-database.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import type { App } from '../context.ts';

/** Every message the service sends. What each says is composed when it is sent, from the ids. */
export const messageKinds = [
  'request-received',
  'tracking-link',
  'options-ready',
  'request-closed',
  'new-message',
  'access-code',
  'draft-link',
  'provider-enquiry',
  'provider-link',
  'provider-reminder',
  'provider-chosen',
  'staff-invitation',
  'listing-report',
  'reminder-confirm',
  'reminder',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Somebody sits waiting for these, so a text of them goes at night too. */
export const awaitedKinds: readonly string[] = ['access-code'] satisfies MessageKind[];

/**
 * Queues a message in the transaction of the change it tells of. The same `dedupeKey` is never
 * queued twice.
 */
export function enqueueMessage(
  tx: Tx,
  ctx: Pick<App, 'clock' | 'ids'>,
  message: { kind: MessageKind; subjectId: string; linkId?: string; dedupeKey: string },
): void {
  const now = ctx.clock.now().toISOString();
  tx.insert(outboxMessage)
    .values({ ...message, id: ctx.ids.id(), state: 'queued', nextAt: now, createdAt: now })
    .onConflictDoNothing({ target: outboxMessage.dedupeKey })
    .run();
}

/** Whether a message of this kind about this subject was queued after a moment, sent or not. */
export const wasQueuedSince = (
  db: Reader,
  kind: MessageKind,
  subjectId: string,
  since: Date,
): boolean =>
  db
    .select({ id: outboxMessage.id })
    .from(outboxMessage)
    .where(
      and(
        eq(outboxMessage.kind, kind),
        eq(outboxMessage.subjectId, subjectId),
        gt(outboxMessage.createdAt, since.toISOString()),
      ),
    )
    .get() !== undefined;
