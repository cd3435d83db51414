import { expect, test } from 'vitest';
import { composers } from '../../src/compose-mail.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import { notifyCarriers } from '#platform/mail/notify-transport.ts';
import { openTransport } from '#platform/mail/transports.ts';
import { drainOutbox } from '#platform/outbox/drain-outbox.ts';
import { leaseNext } from '#platform/outbox/outbox-store.ts';
import { addCase, tell } from '../support/family-case.ts';
import { openNotifyStandIn, type Trouble } from '../support/notify-stand-in.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const messages = (app: TestApp) => app.db.select().from(outboxMessage).all();
const drain = (app: TestApp) => drainOutbox(app, composers, openTransport(app.settings));
const at = (minutes: number) =>
  new Date(Date.parse('2026-11-23T10:00:00Z') + minutes * 60_000).toISOString();

/** An app that sends by the stand-in, and one message in its outbox. */
async function oneMessage(
  contact: Parameters<typeof addCase>[1] = {},
  troubleAt?: (count: number) => Trouble,
) {
  const notify = await openNotifyStandIn(troubleAt);
  const app = openTestApp({ ...notify.settings, PUBLIC_URL: 'https://fis.example' });
  const family = addCase(app, contact);
  tell(app, family, 'request-received');
  return { app, family, notify };
}

test('an e-mail goes with our words in its template, and our id as its reference', async () => {
  const { app, family, notify } = await oneMessage({ language: 'ur' });
  await drain(app);
  const [row] = messages(app);
  expect(row).toMatchObject({ state: 'sent', attempts: 0 });
  expect(notify.taken).toMatchObject([
    { kind: 'email', email_address: 'amina@example.org', reference: row?.id },
  ]);
  const { subject, body } = notify.taken[0]?.personalisation ?? {};
  expect(subject).toContain(family.reference);
  expect(body).toMatch(/\nhttps:\/\/fis\.example\/ur\/t\/[\w-]{43}\n/);
  expect(body).toContain('شکریہ');
});

test('a text goes to the phone, and nobody is asked about a first attempt', async () => {
  const { app, family, notify } = await oneMessage({ channel: 'text', language: 'pl' });
  await drain(app);
  expect(notify.taken).toMatchObject([{ kind: 'sms', phone_number: '07700 900123' }]);
  expect(notify.taken[0]?.personalisation['body']?.split('\n')).toEqual([
    family.reference,
    'Mamy Twoje zgłoszenie:',
    expect.stringMatching(/^https:\/\/fis\.example\/pl\/t\/[\w-]{43}$/),
  ]);
  expect(notify.asked).toEqual(['POST /v2/notifications/sms']);
});

test.each([
  ['rate-limit', 'busy'],
  ['broken', 'unreachable'],
] as const)('%s is tried again later, and goes then', async (trouble, lastError) => {
  const { app, notify } = await oneMessage({}, (count) => (count === 1 ? trouble : 'none'));
  await drain(app);
  expect(messages(app)).toMatchObject([{ state: 'queued', attempts: 1, lastError }]);
  app.setTime(at(2));
  await drain(app);
  expect(messages(app)).toMatchObject([{ state: 'sent', lastError: null }]);
  expect(notify.taken).toHaveLength(1);
});

test('an answer lost on the way does not make a second message', async () => {
  const { app, notify } = await oneMessage({}, (count) => (count === 1 ? 'lost' : 'none'));
  await drain(app);
  expect(messages(app)).toMatchObject([{ state: 'queued', lastError: 'unreachable' }]);
  app.setTime(at(2));
  await drain(app);
  expect(messages(app)).toMatchObject([{ state: 'sent' }]);
  expect(notify.taken).toHaveLength(1);
});

test('nor does a crash between sending and marking', async () => {
  const { app, notify } = await oneMessage();
  const row = leaseNext(app.db, app.clock.now());
  const message = row && composers['request-received'](app, row);
  if (!row || !message) throw new Error('There is no message');
  await openTransport(app.settings).send(row.id, message);
  app.setTime(at(4));
  await drain(app);
  expect(messages(app)).toMatchObject([{ state: 'sent' }]);
  expect(notify.taken).toHaveLength(1);
});

test('a server that never answers is given up, and the message kept', async () => {
  const { app } = await oneMessage({}, () => 'silent');
  const account = app.settings.notify;
  const row = leaseNext(app.db, app.clock.now());
  const message = row && composers['request-received'](app, row);
  if (!account || !message || message.channel === 'text') throw new Error('There is no message');
  const carriers = notifyCarriers(account, 100);
  await expect(carriers.email?.('id', message, false)).rejects.toMatchObject({
    reason: 'unreachable',
    isFinal: false,
  });
});

test('a number that Notify refuses is not tried again and again', async () => {
  const { app, notify } = await oneMessage({ channel: 'text', phone: '0123' });
  await drain(app);
  expect(messages(app)).toMatchObject([{ state: 'dead', attempts: 1, lastError: 'refused' }]);
  expect(notify.taken).toEqual([]);
});

test('a key that Notify does not know is a fault of the account, told without the key', async () => {
  const notify = await openNotifyStandIn();
  const wrong = notify.settings.NOTIFY_API_KEY.replace(/.$/, '0');
  const said: string[] = [];
  const app = openTestApp({ ...notify.settings, NOTIFY_API_KEY: wrong });
  const note = (event: string, fields: object = {}) =>
    void said.push(JSON.stringify({ event, ...fields }));
  const log = { info: note, warn: note, error: note };
  tell(app, addCase(app), 'request-received');
  await drainOutbox({ ...app, log }, composers, openTransport(app.settings));
  expect(messages(app)).toMatchObject([{ state: 'queued', lastError: 'account' }]);
  expect(said).toHaveLength(1);
  expect(said.join()).not.toContain(wrong.slice(-36));
  expect(said.join()).not.toContain('amina');
});

test('without a template for e-mails, they go by SMTP and only texts by Notify', async () => {
  const notify = await openNotifyStandIn();
  const app = openTestApp({
    ...notify.settings,
    NOTIFY_TEMPLATE_EMAIL: '',
    SMTP_URL: 'smtp://127.0.0.1:1',
  });
  tell(app, addCase(app), 'request-received');
  tell(app, addCase(app, { channel: 'text' }), 'request-received');
  await drain(app);
  expect(notify.taken).toMatchObject([{ kind: 'sms' }]);
  expect(messages(app).filter(({ state }) => state === 'queued')).toHaveLength(1);
});
