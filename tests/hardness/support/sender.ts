/**
 * The heart of the site without its pages, to be killed: says `ready`, reads the drafts to send (a
 * JSON list of their secrets), opens the database, sends them one after the other while the outbox
 * is drained, and prints each as it is told to its family: `sent <secret>`.
 */
import { createInterface } from 'node:readline';
import { writeSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { sendRequest } from '#brokerage/send-request.ts';
import { openTransport } from '#platform/mail/transports.ts';
import { startOutboxWorker } from '#platform/outbox/outbox-worker.ts';
import { z } from 'zod';
import { composers } from '../../../src/compose-mail.ts';
import { openSiteApp } from './site-app.ts';

const [folder = ''] = process.argv.slice(2);

writeSync(1, 'ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const app = openSiteApp(folder);
  const worker = startOutboxWorker(app, composers, openTransport(app.settings));
  for (const token of z.array(z.string()).parse(JSON.parse(line))) {
    const sent = sendRequest(app.as({ kind: 'public' }), token);
    writeSync(1, sent.ok ? `sent ${token}\n` : `refused ${sent.problem}\n`);
    await turn();
  }
  await worker.stop();
  app.db.$client.close();
}
