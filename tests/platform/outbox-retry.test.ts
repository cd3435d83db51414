import { expect, test } from 'vitest';
import { outboxMessage } from '#db/schema/platform.ts';
import type { Mail, Transport } from '#platform/mail/mail.ts';
import { SendFailure } from '#platform/mail/send-failure.ts';
import { drainOutbox, type Composer, type Composers } from '#platform/outbox/drain-outbox.ts';
import { enqueueMessage, messageKinds } from '#platform/outbox/enqueue-message.ts';
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

test('a refused message is tried again, each time twice as late, under the same id, eight times', async () => {
  const app = openTestApp();
  queue(app);
  const { ids, transport } = postbox(() => true);
  const tried: number[] = [];
  for (let tenth = 0; tenth < 2000; tenth += 1) {
    app.setTime(at(tenth / 10));
    if ((await drain(app, transport)) > 0) tried.push(tenth / 10);
  }
  const waits = tried.slice(1).map((minute, index) => minute - (tried[index] ?? 0));
  expect(waits).toHaveLength(7);
  for (const [index, wait] of waits.entries()) {
    expect(wait).toBeGreaterThanOrEqual(2 ** index - 0.01);
    expect(wait).toBeLessThanOrEqual(2 ** index * 1.25 + 0.11);
  }
  expect(new Set(ids).size).toBe(1);
  expect(messages(app)).toMatchObject([{ state: 'dead', attempts: 8, lastError: 'unknown' }]);
});

test('messages refused at the same moment do not all come back at the same moment', async () => {
  const app = openTestApp();
  for (let count = 0; count < 20; count += 1) queue(app, `key ${count}`);
  await drain(app, postbox(() => true).transport);
  expect(new Set(messages(app).map(({ nextAt }) => nextAt)).size).toBeGreaterThan(15);
});

test('what would be refused for good is not tried again', async () => {
  const app = openTestApp();
  queue(app);
  const send = () => Promise.reject(new SendFailure('refused', true));
  await drain(app, { send });
  expect(messages(app)).toMatchObject([{ state: 'dead', attempts: 1, lastError: 'refused' }]);
});

test('a message that goes at the second try is sent, and forgets the fault', async () => {
  const app = openTestApp();
  queue(app);
  const { ids, transport } = postbox((attempt) => attempt === 1);
  await drain(app, transport);
  expect(messages(app)).toMatchObject([{ state: 'queued', attempts: 1 }]);
  app.setTime(at(1.25));
  await drain(app, transport);
  expect(ids).toEqual([ids[0], ids[0]]);
  expect(messages(app)).toMatchObject([{ state: 'sent', lastError: null }]);
});

test('one refused message does not hold up the others', async () => {
  const app = openTestApp();
  for (const key of ['one', 'two', 'three']) queue(app, key);
  const { transport } = postbox((attempt) => attempt === 2);
  await drain(app, transport);
  expect(
    messages(app)
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['queued', 'sent', 'sent']);
});
