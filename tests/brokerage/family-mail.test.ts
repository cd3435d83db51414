import { describe, expect, test } from 'vitest';
import { sentView } from '#brokerage/sent.view.ts';
import { familyComposers } from '#brokerage/family-mail.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import { readMail } from '../support/mail.ts';
import { openTransport } from '#platform/mail/transports.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typedAnswers } from '../support/family.ts';
import { sendSampleRequest } from '../support/request.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

describe('the family’s message', () => {
  const mailOf = (app: TestApp) => {
    const message = app.db.select().from(outboxMessage).get();
    return message ? familyComposers['request-received'](app, message) : null;
  };

  test('gives the day, the reference and a link, and no word about the child', async () => {
    const app = openTestApp();
    const { reference } = sendSampleRequest(app);
    const mail = mailOf(app);
    if (!mail) throw new Error('There is no message');
    await openTransport(app.settings).send('m', mail);
    const read = await readMail(readFileSync(join(app.settings.outboxDir, 'm.eml'), 'utf8'));
    expect(read.to).toBe('amina@example.org');
    expect(read.subject).toContain(reference);
    expect(read.text).toContain('Wednesday 25 November');
    expect(read.text).toContain('0161 496 0123');
    const said = `${read.subject}${read.text}${read.html}`.replaceAll(read.link, '');
    for (const word of ['Amina', 'buses', 'nurseries', 'equipment', 'Equipment', 'M33', '2024']) {
      expect(said).not.toContain(word);
    }
  });

  test('is not written for a family that asked to be phoned, whatever address it gave', () => {
    const app = openTestApp();
    const contact = { ...typedAnswers.contact, channel: ['phone'] };
    const sent = sendSampleRequest(app, { contact });
    expect(mailOf(app)).toBeNull();
    expect(sentView(sent.family, sent.now()).message).toContain('phone you');
  });

  test('and the confirmation name the same day, counted from receipt', () => {
    const app = openTestApp();
    app.setTime('2026-12-24T17:30:00Z');
    const sent = sendSampleRequest(app);
    app.setTime('2027-02-01T10:00:00Z');
    expect(sentView(sent.family, sent.now()).next).toContain('Thursday 31 December');
    expect(mailOf(app)?.paragraphs.join()).toContain('Thursday 31 December');
  });
});
