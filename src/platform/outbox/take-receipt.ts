import { createHash, timingSafeEqual } from 'node:crypto';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { z } from 'zod';
import { outboxMessage } from '#db/schema/platform.ts';
import type { App } from '../context.ts';
import { deliveries } from './delivery.ts';

const receipt = z.object({
  /** The id of our message, given when it was sent; null for what another system sent. */
  reference: z.string().nullable(),
  status: z.string(),
  created_at: z.iso.datetime({ offset: true }),
  completed_at: z.iso.datetime({ offset: true }).nullish(),
});

/**
 * Keeps what GOV.UK Notify tells of a message it was given. The same receipt twice, or an older one
 * after a newer, changes nothing. Gives the HTTP status to answer with: 204 also for what is not
 * ours, since Notify tells anything else again and again.
 */
export function takeReceipt(app: App, authorization: string | null, body: unknown): number {
  const token = app.settings.notifyCallbackToken;
  if (token === undefined) return 404;
  if (!isSame(authorization ?? '', `Bearer ${token}`)) return 401;
  const parsed = receipt.safeParse(body);
  if (!parsed.success) return 400;
  const { reference, status, created_at, completed_at } = parsed.data;
  const delivery = deliveries.find((known) => known === status);
  if (reference === null || delivery === undefined) return 204;
  const at = new Date(completed_at ?? created_at).toISOString();
  const { changes } = app.db
    .update(outboxMessage)
    .set({ delivery, deliveryAt: at, ...(delivery === 'delivered' && { state: 'sent' }) })
    .where(
      and(
        eq(outboxMessage.id, reference),
        or(isNull(outboxMessage.deliveryAt), lt(outboxMessage.deliveryAt, at)),
      ),
    )
    .run();
  if (changes > 0) app.log.info('message receipt', { id: reference, delivery });
  return 204;
}

/** Compares in the same time whatever differs, and whatever the lengths. */
const isSame = (given: string, wanted: string): boolean =>
  timingSafeEqual(digest(given), digest(wanted));
const digest = (text: string) => createHash('sha256').update(text).digest();
