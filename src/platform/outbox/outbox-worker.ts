import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '../context.ts';
import type { Transport } from '../mail/mail.ts';
import { drainOutbox, type Composers } from './drain-outbox.ts';

/** Milliseconds between two messages, in which pages are answered: 30 messages a second at most. */
const breath = 25;

/** Drains the outbox every second until stopped; `stop` waits for the message being sent. */
export function startOutboxWorker(app: App, composers: Composers, transport: Transport) {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const turn = async () => {
    try {
      while (!stopped && (await drainOutbox(app, composers, transport, 1)) > 0) await wait(breath);
    } catch (error) {
      app.log.error('outbox not drained', {
        reason: error instanceof Error ? error.name : 'unknown',
      });
    }
    if (!stopped) timer = setTimeout(next, 1000);
  };
  const next = () => {
    running = turn();
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
