import { eq } from 'drizzle-orm';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { familyComposers } from '#brokerage/family-mail.ts';
import { sentView } from '#brokerage/sent.view.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import type { Mail, Text } from '#platform/mail/mail.ts';
import { openTransport } from '#platform/mail/transports.ts';
import { drainOutbox } from '#platform/outbox/drain-outbox.ts';
import { composers } from '../../src/compose-mail.ts';
import { addCase, openedCase, tell, type FamilyCase } from '../support/family-case.ts';
import { readMail } from '../support/mail.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

type Kind = keyof typeof familyComposers;
const kinds = Object.keys(familyComposers) as readonly Kind[];
const rows = (app: TestApp) => app.db.select().from(outboxMessage).all();

/** What the message that was queued last would say now; null for nothing. */
function messageOf(app: TestApp, kind: Kind) {
  const row = rows(app).findLast((one) => one.kind === kind);
  return row ? familyComposers[kind](app, row) : null;
}
const isText = (message: Mail | Text | null): message is Text => message?.channel === 'text';

/** A case, with one of its messages queued. */
function told(app: TestApp, kind: Kind, contact: Parameters<typeof addCase>[1] = {}): FamilyCase {
  const family = addCase(app, contact);
  if (kind === 'request-closed') close(app, family);
  tell(app, family, kind);
  return family;
}
const close = (app: TestApp, { id }: FamilyCase) =>
  app.db.update(brokerageCase).set({ status: 'closed' }).where(eq(brokerageCase.id, id)).run();

describe('the family’s letter', () => {
  test('gives the day, the reference and a link, and no word about the child', async () => {
    const app = openTestApp();
    const { reference } = told(app, 'request-received');
    await drainOutbox(app, composers, openTransport(app.settings));
    const [file = ''] = readdirSync(app.settings.outboxDir);
    const read = await readMail(readFileSync(join(app.settings.outboxDir, file), 'utf8'));
    expect(read.to).toBe('amina@example.org');
    expect(read.subject).toContain(reference);
    expect(read.text).toContain('Wednesday 25 November');
    expect(read.text).toContain('0161 496 0123');
    expect(`${read.subject}${read.text}${read.html}`).not.toContain('Amina');
  });

  test('and the confirmation name the same day, counted from receipt', () => {
    const app = openTestApp();
    app.setTime('2026-12-24T17:30:00Z');
    const family = told(app, 'request-received');
    app.setTime('2027-02-01T10:00:00Z');
    const ctx = app.as({ kind: 'family', caseId: family.id });
    expect(sentView(ctx, openedCase(app, family)).next).toContain('Thursday 31 December');
    const message = messageOf(app, 'request-received');
    expect(!message || isText(message) ? '' : message.paragraphs.join()).toContain(
      'Thursday 31 December',
    );
  });

  test('is not written for a family that asked to be phoned, whatever address it gave', () => {
    const app = openTestApp();
    told(app, 'request-received', { channel: 'phone' });
    expect(messageOf(app, 'request-received')).toBeNull();
  });
});

describe('the family’s text', () => {
  test('is a file when no carrier is set: the number, the reference, a sentence, the link', async () => {
    const app = openTestApp({ PUBLIC_URL: 'https://fis.example' });
    const { reference } = told(app, 'options-ready', { channel: 'text', language: 'ur' });
    await drainOutbox(app, composers, openTransport(app.settings));
    const files = readdirSync(app.settings.outboxDir);
    expect(files).toEqual([`${rows(app)[0]?.id}.txt`]);
    const lines = readFileSync(join(app.settings.outboxDir, files[0] ?? ''), 'utf8').split('\n');
    expect(lines).toEqual([
      'To: 07700 900123',
      '',
      reference,
      'آپ کی درخواست کی خبر:',
      expect.stringMatching(/^https:\/\/fis\.example\/ur\/t\/[\w-]{43}$/),
      '',
    ]);
  });
});

describe('a message that has become moot is cancelled', () => {
  const states = async (app: TestApp) => {
    await drainOutbox(app, composers, { send: () => Promise.resolve() });
    return rows(app).map(({ kind, state }) => `${kind} ${state}`);
  };

  test.each(['request-received', 'options-ready'] as const)(
    '%s, once the case has closed',
    async (kind) => {
      const app = openTestApp();
      close(app, told(app, kind));
      expect(await states(app)).toEqual([`${kind} cancelled`]);
    },
  );

  test('that a request is closed, when it is open again', async () => {
    const app = openTestApp();
    tell(app, addCase(app), 'request-closed');
    expect(await states(app)).toEqual(['request-closed cancelled']);
  });

  test('but a link that was asked for goes to a closed request as well', async () => {
    const app = openTestApp();
    close(app, told(app, 'tracking-link'));
    expect(await states(app)).toEqual(['tracking-link sent']);
  });

  test.each(kinds)('%s, once the request has been erased', async (kind) => {
    const app = openTestApp();
    told(app, kind);
    app.db.update(brokerageCase).set({ wrappedKey: null, sealedFamily: null }).run();
    expect(await states(app)).toEqual([`${kind} cancelled`]);
  });

  test.each(kinds)('%s, once a newer message brings a newer link', async (kind) => {
    const app = openTestApp();
    tell(app, told(app, kind), 'tracking-link');
    const said = await states(app);
    expect(said).toContain(`${kind} cancelled`);
    expect(said).toContain('tracking-link sent');
  });
});
