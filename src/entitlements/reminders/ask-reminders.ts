import type { Ctx } from '#platform/context.ts';
import { contactIndex } from '#platform/crypto/blind-index.ts';
import { addHours } from '#platform/links/access-link.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { inTransaction } from '#platform/transaction.ts';
import type { Contact, ReminderDay } from './reminder.ts';
import { countUnconfirmed, insertReminders } from './reminder-store.ts';

/** Nobody gets more unasked mail than this in a day, whoever types in their address. */
const mostADay = 3;

/**
 * Keeps the days until they are confirmed, and sends the link to do so. To a contact that has been
 * asked for too often today nothing is sent, which looks the same.
 */
export function askReminders(
  ctx: Ctx,
  { contact, days }: { readonly contact: Contact; readonly days: readonly ReminderDay[] },
): void {
  const kind = contact.way === 'email' ? 'email' : 'phone';
  const index = contactIndex(ctx.keys, kind, contact.to);
  if (index === null) return;
  inTransaction(ctx.db, (tx) => {
    if (countUnconfirmed(tx, index, addHours(ctx.clock.now(), -24)) >= mostADay) return null;
    const language = ctx.words.language.code;
    const id = insertReminders(tx, ctx, { contact, contactIndex: index, language, days });
    enqueueMessage(tx, ctx, {
      kind: 'reminder-confirm',
      subjectId: id,
      dedupeKey: `reminder-confirm:${id}`,
    });
    return null;
  });
}
