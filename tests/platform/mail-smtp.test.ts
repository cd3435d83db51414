import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { composers } from '../../src/compose-mail.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import { openTransport } from '#platform/mail/transports.ts';
import { drainOutbox } from '#platform/outbox/drain-outbox.ts';
import { readMail } from '../support/mail.ts';
import { addCase, tell } from '../support/family-case.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

type Got = { readonly from: string; readonly to: readonly string[]; readonly eml: string };

/** A mail server on this machine; `refuses` says which messages it will not take, and why. */
async function mailServer(
  refuses: (count: number) => string | null = () => null,
  more: SMTPServerOptions = {},
) {
  const got: Got[] = [];
  let count = 0;
  const onData: SMTPServerOptions['onData'] = (stream, { envelope }, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      const refusal = refuses((count += 1));
      if (refusal !== null) return done(new Error(refusal));
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      const to = envelope.rcptTo.map(({ address }) => address);
      got.push({ from, to, eml: Buffer.concat(parts).toString('utf8') });
      return done();
    });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData,
    ...more,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, got };
}

const messages = (app: TestApp) => app.db.select().from(outboxMessage).all();
const drain = (app: TestApp) => drainOutbox(app, composers, openTransport(app.settings));

test('with SMTP_URL set a message goes to that server, in the family’s language', async () => {
  const { url, got } = await mailServer();
  const app = openTestApp({ SMTP_URL: url, PUBLIC_URL: 'https://fis.example' });
  tell(app, addCase(app, { language: 'ur' }), 'request-received');
  await drain(app);
  expect(got).toMatchObject([{ from: 'families@council.example', to: ['amina@example.org'] }]);
  const mail = await readMail(got[0]?.eml ?? '');
  expect(mail.link).toMatch(/^https:\/\/fis\.example\/ur\/t\/[\w-]{43}$/);
  expect(mail.html).toContain('lang="ur" dir="rtl"');
  expect(messages(app)).toMatchObject([{ state: 'sent', attempts: 0 }]);
});

test('a refused message is kept, and goes at the next try with the same id and link', async () => {
  const { url, got } = await mailServer((count) => (count === 1 ? 'mailbox is busy' : null));
  const app = openTestApp({ SMTP_URL: url });
  tell(app, addCase(app), 'request-received');
  await drain(app);
  expect(got).toEqual([]);
  expect(messages(app)).toMatchObject([{ state: 'queued', attempts: 1 }]);
  expect(messages(app)[0]?.lastError).toBe('busy');
  app.setTime('2026-11-23T10:02:00Z');
  await drain(app);
  expect(got[0]?.eml).toContain(`Message-ID: <${messages(app)[0]?.id ?? '?'}@localhost>`);
  expect(messages(app)).toMatchObject([{ state: 'sent' }]);
});

test('a server that is not there is a try that failed, not an end of the site', async () => {
  const app = openTestApp({ SMTP_URL: 'smtp://127.0.0.1:1' });
  tell(app, addCase(app), 'request-received');
  await drain(app);
  expect(messages(app)).toMatchObject([{ state: 'queued', attempts: 1 }]);
});

test('a mailbox that does not exist is not tried again, and staff learn why', async () => {
  const { url, got } = await mailServer(undefined, {
    onRcptTo: (...given) =>
      given[2](Object.assign(new Error('No such user amina@example.org'), { responseCode: 550 })),
  });
  const app = openTestApp({ SMTP_URL: url });
  tell(app, addCase(app), 'request-received');
  await drain(app);
  expect(got).toEqual([]);
  expect(messages(app)).toMatchObject([{ state: 'dead', attempts: 1, lastError: 'refused' }]);
});
