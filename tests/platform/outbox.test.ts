import { describe, expect, test } from 'vitest';
import { outboxMessage } from '#db/schema/platform.ts';
import type { Mail, Transport } from '#platform/mail/mail.ts';
import { drainOutbox, type Composer, type Composers } from '#platform/outbox/drain-outbox.ts';
import { enqueueMessage, messageKinds } from '#platform/outbox/enqueue-message.ts';
import { leaseNext } from '#platform/outbox/outbox-store.ts';
import { startOutboxWorker } from '#platform/outbox/outbox-worker.ts';
import { inTransaction } from '#platform/transaction.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const letter = (app: TestApp): Mail => ({
  to: 'amina@example.org',
  subject: 'News',
  paragraphs: ['There is news.'],
  link: null,
  closing: [],
  language: app.as({ kind: 'system' }).words.language,
});
/** Every kind of message composed by one function. */
const composedBy = (compose: Composer): Composers =>
  Object.fromEntries(messageKinds.map((kind) => [kind, compose])) as Composers;

/** A transport that notes what it is given; `failing` says which attempts the server refuses. */
function postbox(failing: (attempt: number) => boolean = () => false) {
  const ids: string[] = [];
  const transport: Transport = {
    send: (id) => {
      ids.push(id);
      return failing(ids.length) ? Promise.reject(new Error('451 amina@…')) : Promise.resolve();
    },
  };
  return { ids, transport };
}

const queue = (app: TestApp, dedupeKey = 'one') =>
  inTransaction(app.db, (tx) =>
    enqueueMessage(tx, app, { kind: 'options-ready', subjectId: 'case-1', dedupeKey }),
  );
const messages = (app: TestApp) => app.db.select().from(outboxMessage).all();
const at = (minutes: number) =>
  new Date(Date.parse('2026-11-23T10:00:00Z') + minutes * 60_000).toISOString();
const drain = (app: TestApp, transport: Transport) =>
  drainOutbox(
    app,
    composedBy(() => letter(app)),
    transport,
  );

test('a message is queued once for its key, and sent once', async () => {
  const app = openTestApp();
  queue(app);
  queue(app);
  const { ids, transport } = postbox();
  expect(await drain(app, transport)).toBe(1);
  expect(await drain(app, transport)).toBe(0);
  queue(app);
  expect(await drain(app, transport)).toBe(0);
  expect(ids).toHaveLength(1);
  expect(messages(app)).toMatchObject([{ state: 'sent', sentAt: at(0), leaseUntil: null }]);
});

test('two workers that look at once do not send the same message', async () => {
  const app = openTestApp();
  for (let count = 0; count < 30; count += 1) queue(app, `key ${count}`);
  const { ids, transport } = postbox();
  await Promise.all([drain(app, transport), drain(app, transport)]);
  expect(ids).toHaveLength(30);
  expect(new Set(ids).size).toBe(30);
});

test('a worker that comes while another is long at work takes nothing that is being sent', async () => {
  const app = openTestApp();
  for (let count = 0; count < 10; count += 1) queue(app, `key ${count}`);
  const ids: string[] = [];
  const others: Promise<number>[] = [];
  const slow: Transport = {
    send: async (id) => {
      ids.push(id);
      // Each message takes a minute, so that ten are longer than any lease.
      app.setTime(at(ids.length));
      if (ids.length === 5) others.push(drain(app, slow));
      await Promise.resolve();
    },
  };
  await drain(app, slow);
  await Promise.all(others);
  expect(ids).toHaveLength(10);
  expect(new Set(ids).size).toBe(10);
});

test('the carrier is told when an earlier attempt may have got through', async () => {
  const app = openTestApp();
  queue(app);
  const told: (boolean | undefined)[] = [];
  const transport: Transport = {
    send: (...given) => {
      told.push(given[2]);
      return told.length < 2 ? Promise.reject(new Error('timeout')) : Promise.resolve();
    },
  };
  await drain(app, transport);
  app.setTime(at(2));
  await drain(app, transport);
  queue(app, 'two');
  leaseNext(app.db, app.clock.now());
  app.setTime(at(6));
  await drain(app, transport);
  expect(told).toEqual([false, true, true]);
});

test('a worker that died in the middle leaves its message to others three minutes later', async () => {
  const app = openTestApp();
  queue(app);
  const taken = leaseNext(app.db, app.clock.now());
  const { ids, transport } = postbox();
  app.setTime(at(2.9));
  expect(await drain(app, transport)).toBe(0);
  app.setTime(at(3));
  expect(await drain(app, transport)).toBe(1);
  expect(ids).toEqual([taken?.id]);
});

test('a message with nobody to read it is cancelled, and one that cannot be written is kept', async () => {
  const app = openTestApp();
  queue(app);
  const { ids, transport } = postbox();
  await drainOutbox(
    app,
    composedBy(() => null),
    transport,
  );
  expect(messages(app)).toMatchObject([{ state: 'cancelled' }]);
  queue(app, 'two');
  const broken = composedBy(() => {
    throw new TypeError('amina@example.org');
  });
  await drainOutbox(app, broken, transport);
  expect(messages(app)[1]).toMatchObject({ state: 'queued', lastError: 'unknown' });
  expect(ids).toEqual([]);
});

describe('the worker', () => {
  test('sends what is there and, when stopped, finishes what it is sending', async () => {
    const app = openTestApp();
    queue(app);
    let finish: () => void = () => undefined;
    const slow: Transport = { send: () => new Promise((resolve) => (finish = resolve)) };
    const worker = startOutboxWorker(
      app,
      composedBy(() => letter(app)),
      slow,
    );
    const stopped = worker.stop();
    expect(messages(app)[0]?.state).toBe('queued');
    finish();
    await stopped;
    expect(messages(app)[0]?.state).toBe('sent');
  });
});
