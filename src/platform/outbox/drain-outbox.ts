import type { App } from '../context.ts';
import { textWords, type Mail, type Message, type Text, type Transport } from '../mail/mail.ts';
import { SendFailure } from '../mail/send-failure.ts';
import { textParts } from '../mail/text-parts.ts';
import { awaitedKinds, type MessageKind } from './enqueue-message.ts';
import {
  leaseNext,
  linkState,
  markCancelled,
  markFailed,
  markSent,
  postpone,
  type OutboxMessage,
} from './outbox-store.ts';
import { endOfQuiet } from './quiet-hours.ts';

/** Writes a message's words, or gives null when there is nobody to send it to any more. */
export type Composer<M extends Message = Mail> = (app: App, message: OutboxMessage) => M | null;
export type Composers = Readonly<Record<MessageKind, Composer<Message>>>;

/**
 * Sends up to `limit` messages that are due, one after another, and gives how many were taken. At
 * least once: a crash between sending and marking sends again, under the same message id, which the
 * carriers fold into one where they can.
 */
export async function drainOutbox(
  app: App,
  composers: Composers,
  transport: Transport,
  limit = 20,
): Promise<number> {
  for (let taken = 0; taken < limit; taken += 1) {
    const message = leaseNext(app.db, app.clock.now());
    if (!message) return taken;
    await deliver(app, composers, transport, message);
  }
  return limit;
}

async function deliver(
  app: App,
  composers: Composers,
  transport: Transport,
  row: OutboxMessage,
): Promise<void> {
  const { id, kind } = row;
  try {
    const link = linkState(app.db, row.linkId);
    // Only the message itself brings its link: where that has been used, the message arrived.
    if (link === 'used') return markSent(app.db, id, app.clock.now());
    const message = link === 'superseded' ? null : composers[kind as MessageKind](app, row);
    if (!message) return markCancelled(app.db, id);
    const wait = mustWait(app, kind, message);
    if (wait) return postpone(app.db, id, wait);
    await transport.send(id, message, row.attempts > 0 || row.leaseUntil !== null);
    markSent(app.db, id, app.clock.now(), tellsOf(transport, message));
    const parts = isText(message) ? textParts(textWords(message)) : undefined;
    app.log.info('message sent', { kind, id, parts });
  } catch (error) {
    const failure = error instanceof SendFailure ? error : new SendFailure('unknown');
    markFailed(app.db, row, app.clock.now(), failure);
    const name = error instanceof Error ? error.name : typeof error;
    app.log.error('message not sent', { kind, id, reason: failure.reason, error: name });
  }
}

/** Until when: a phone is not to sound at night, unless somebody sits waiting for it. */
const mustWait = (app: App, kind: string, message: Message): Date | null =>
  isText(message) && !awaitedKinds.includes(kind)
    ? endOfQuiet(app.clock.now(), app.settings.quietHours)
    : null;

const tellsOf = (transport: Transport, message: Message): boolean =>
  transport.tells?.(message) ?? false;

const isText = (message: Message): message is Text => message.channel === 'text';
