import type { App } from '../context.ts';
import type { Mail, Transport } from '../mail/mail.ts';
import type { MessageKind } from './enqueue-message.ts';
import {
  leaseDue,
  markCancelled,
  markFailed,
  markSent,
  type OutboxMessage,
} from './outbox-store.ts';

/** Writes a message's words, or gives null when there is nobody to send it to any more. */
export type Composer = (app: App, message: OutboxMessage) => Mail | null;
export type Composers = Readonly<Record<MessageKind, Composer>>;

/**
 * Sends what is due and gives how many were taken. At least once: a crash between sending and marking sends
 * again, under the same message id, which mail servers and the file transport fold into one.
 */
export async function drainOutbox(
  app: App,
  composers: Composers,
  transport: Transport,
): Promise<number> {
  const due = leaseDue(app.db, app.clock.now(), 20);
  for (const message of due) await deliver(app, composers, transport, message);
  return due.length;
}

async function deliver(
  app: App,
  composers: Composers,
  transport: Transport,
  message: OutboxMessage,
) {
  try {
    const compose = composers[message.kind as MessageKind];
    const mail = compose(app, message);
    if (!mail) return markCancelled(app.db, message.id);
    await transport.send(message.id, mail);
    markSent(app.db, message.id, app.clock.now());
    app.log.info('message sent', { kind: message.kind, id: message.id });
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    markFailed(app.db, message, app.clock.now(), reason);
    app.log.error('message not sent', { kind: message.kind, id: message.id, reason });
  }
}
