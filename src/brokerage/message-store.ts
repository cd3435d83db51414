import { and, asc, eq, isNull } from 'drizzle-orm';
import { createHmac } from 'node:crypto';
import type { Reader, Tx } from '#db/open-database.ts';
import { caseMessage } from '#db/schema/brokerage.ts';
import type { Actor, App } from '#platform/context.ts';
import { sealJson, unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import { messageText, type Message, type Written } from './message.ts';

type Subject = { readonly id: string; readonly key: DataKey };
const place = (id: string) => ({ table: 'case_message', column: 'sealed_text', row: id });

/**
 * Adds a message to a case's conversation and gives its id; null when the same form has brought the
 * same words before (a double click, Back, reload).
 */
export function insertMessage(
  tx: Tx,
  ctx: Pick<App, 'clock'> & { readonly actor: Actor },
  subject: Subject,
  { text, once }: Written,
): string | null {
  const from = ctx.actor.kind === 'staff' ? 'staff' : 'family';
  const id = idOf(subject, [from, once, text]);
  const { changes } = tx
    .insert(caseMessage)
    .values({
      id,
      caseId: subject.id,
      at: ctx.clock.now().toISOString(),
      from,
      staffId: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      sealedText: sealJson(subject.key, place(id), { text }),
    })
    .onConflictDoNothing({ target: caseMessage.id })
    .run();
  return changes === 1 ? id : null;
}

/** Made with the case's own key, so that the id of a message tells nothing of what it says. */
const idOf = ({ id, key }: Subject, parts: readonly string[]): string =>
  createHmac('sha256', key.bytes)
    .update(JSON.stringify(['message', id, ...parts]))
    .digest('base64url');

/** A case's conversation, oldest first. */
export const listMessages = (db: Reader, subject: Subject): readonly Message[] =>
  db
    .select()
    .from(caseMessage)
    .where(eq(caseMessage.caseId, subject.id))
    .orderBy(asc(caseMessage.at))
    .all()
    .map(({ id, at, from, readAt, sealedText }) => ({
      ...{ id, at, from, readAt },
      text: messageText.parse(unsealJson(subject.key, place(id), sealedText)).text,
    }));

/** Marks what one side wrote as read by the other; gives how many messages were new to it. */
export const markMessagesRead = (
  tx: Tx,
  ctx: Pick<App, 'clock'>,
  caseId: string,
  from: Message['from'],
): number =>
  tx
    .update(caseMessage)
    .set({ readAt: ctx.clock.now().toISOString() })
    .where(
      and(eq(caseMessage.caseId, caseId), eq(caseMessage.from, from), isNull(caseMessage.readAt)),
    )
    .run().changes;
