import { expect, test } from 'vitest';
import { composers } from '../../src/compose-mail.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import { openTransport } from '#platform/mail/transports.ts';
import { drainOutbox } from '#platform/outbox/drain-outbox.ts';
import { takeReceipt } from '#platform/outbox/take-receipt.ts';
import { listUndelivered } from '#platform/outbox/undelivered-store.ts';
import { addCase, tell } from '../support/family-case.ts';
import { openNotifyStandIn, receiptOf, type Taken } from '../support/notify-stand-in.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const token = 'Bearer a token that nobody guesses';

/** A message that the stand-in took. */
async function sentMessage() {
  const notify = await openNotifyStandIn();
  const app = openTestApp(notify.settings);
  tell(app, addCase(app), 'request-received');
  await drainOutbox(app, composers, openTransport(app.settings));
  const [taken] = notify.taken;
  if (!taken) throw new Error('It was not sent');
  return { app, taken };
}
const delivery = (app: TestApp) => app.db.select().from(outboxMessage).get()?.delivery;
const tellOf = (app: TestApp, taken: Taken, status: string, seconds?: number) =>
  takeReceipt(app, token, receiptOf(taken, status, seconds));

test('a receipt says what became of a message, and when', async () => {
  const { app, taken } = await sentMessage();
  const receipt = receiptOf(taken, 'delivered');
  expect(takeReceipt(app, token, receipt)).toBe(204);
  expect(app.db.select().from(outboxMessage).get()).toMatchObject({
    ...{ state: 'sent', delivery: 'delivered' },
    deliveryAt: receipt.completed_at,
  });
});

test('the same receipt again changes nothing, nor does an older one that comes late', async () => {
  const { app, taken } = await sentMessage();
  tellOf(app, taken, 'delivered', 60);
  const before = app.db.select().from(outboxMessage).all();
  expect(tellOf(app, taken, 'delivered', 60)).toBe(204);
  expect(tellOf(app, taken, 'temporary-failure', 5)).toBe(204);
  expect(app.db.select().from(outboxMessage).all()).toEqual(before);
});

test('and a newer one replaces an older one', async () => {
  const { app, taken } = await sentMessage();
  tellOf(app, taken, 'temporary-failure', 5);
  expect(listUndelivered(app.db, app.clock.now(), 9)).toHaveLength(1);
  tellOf(app, taken, 'delivered', 60);
  expect(delivery(app)).toBe('delivered');
  expect(listUndelivered(app.db, app.clock.now(), 9)).toEqual([]);
});

test('a message that can never arrive is put before staff', async () => {
  const { app, taken } = await sentMessage();
  tellOf(app, taken, 'permanent-failure');
  expect(listUndelivered(app.db, app.clock.now(), 9)).toMatchObject([{ id: taken.reference }]);
});

test.each([
  ['no token', null],
  ['another token', 'Bearer a token that somebody guesses'],
  ['half the token', 'Bearer a token that nobody'],
  ['the token without its word', 'a token that nobody guesses'],
])('%s changes nothing', async (_, authorization) => {
  const { app, taken } = await sentMessage();
  expect(takeReceipt(app, authorization, receiptOf(taken, 'delivered'))).toBe(401);
  expect(delivery(app)).toBe('created');
});

test('without a token of ours nobody is listened to, whatever they say', async () => {
  const { app, taken } = await sentMessage();
  const deaf = openTestApp();
  expect(takeReceipt(deaf, 'Bearer undefined', receiptOf(taken, 'delivered'))).toBe(404);
  expect(takeReceipt(deaf, null, null)).toBe(404);
  expect(delivery(app)).toBe('created');
});

test('what is not a receipt is refused; what is not ours, or no end, is let pass', async () => {
  const { app, taken } = await sentMessage();
  for (const body of [null, 'text', [], {}, { reference: 1, status: 'delivered' }]) {
    expect(takeReceipt(app, token, body)).toBe(400);
  }
  const receipt = receiptOf(taken, 'delivered');
  for (const other of [
    { ...receipt, reference: null },
    { ...receipt, reference: "' OR 1=1 --" },
    { ...receipt, status: 'sending' },
    { ...receipt, status: '__proto__' },
  ]) {
    expect(takeReceipt(app, token, other)).toBe(204);
  }
  expect(delivery(app)).toBe('created');
});

test('nothing of whom it was sent to is kept', async () => {
  const { app, taken } = await sentMessage();
  tellOf(app, taken, 'permanent-failure');
  expect(JSON.stringify(app.db.select().from(outboxMessage).all())).not.toContain('amina');
});
