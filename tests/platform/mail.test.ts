import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Mail } from '#platform/mail/mail.ts';
import { openTransport } from '#platform/mail/transports.ts';
import { readMail } from '../support/mail.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const letter = (app: TestApp, overrides: Partial<Mail> = {}, language = 'en'): Mail => ({
  to: 'amina@example.org',
  subject: 'There is news',
  paragraphs: ['We have something to show you.', 'The link works once.'],
  link: { text: 'See your request', url: `https://fis.example/t/${'x'.repeat(43)}` },
  closing: ['Phone us on 0161 496 0123.'],
  language: app.as({ kind: 'system' }, language).words.language,
  ...overrides,
});

const filesOf = (app: TestApp) => readdirSync(app.settings.outboxDir).sort();
const fileOf = (app: TestApp, name: string) =>
  readFileSync(join(app.settings.outboxDir, name), 'utf8');

/** The message as it stands in its file. */
async function written(app: TestApp, mail: Mail): Promise<string> {
  await openTransport(app.settings).send('message-1', mail);
  return fileOf(app, 'message-1.eml');
}

/** A message's headers, folded lines joined. */
const headersOf = (eml: string) =>
  (eml.split(/\r?\n\r?\n/)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);

test('a message file has a sender, a reader, a stable id, and says that a machine wrote it', async () => {
  const app = openTestApp({ PUBLIC_URL: 'https://fis.example', COUNCIL_NAME: 'Anytown Council' });
  const headers = headersOf(await written(app, letter(app)));
  expect(headers).toContain('From: Anytown Council <families@council.example>');
  expect(headers).toContain('To: amina@example.org');
  expect(headers).toContain('Message-ID: <message-1@fis.example>');
  expect(headers).toContain('Auto-Submitted: auto-generated');
  expect(headers).toContain('Content-Language: en');
});

test('sending again writes the same file again, and no half of one is ever there', async () => {
  const app = openTestApp();
  await written(app, letter(app));
  const eml = await written(app, letter(app, { subject: 'There is more news' }));
  expect(filesOf(app)).toEqual(['message-1.eml']);
  expect((await readMail(eml)).subject).toBe('There is more news');
});

test('the link stands alone on its line', async () => {
  const app = openTestApp();
  const mail = letter(app);
  const { text } = await readMail(await written(app, mail));
  expect(text.split(/\r?\n/)).toContain(mail.link?.url);
});

test('a letter in a language from right to left says so to its reader', async () => {
  const app = openTestApp();
  const mail = letter(app, { subject: 'خبر', paragraphs: ['آپ کے لیے خبر ہے'] }, 'ur');
  const read = await readMail(await written(app, mail));
  expect(read).toMatchObject({ subject: 'خبر' });
  expect(read.html).toContain('<html lang="ur" dir="rtl">');
  expect(read.html).toContain('<body dir="rtl"');
  expect(read.text).toContain('آپ کے لیے خبر ہے');
  expect(read.link).toBe(mail.link?.url);
});

test('the HTML shows what was written, never markup, and loads nothing from elsewhere', async () => {
  const app = openTestApp();
  const nasty = '<img src=x onerror="1"> & <b>bold</b>';
  const { html, text } = await readMail(
    await written(app, letter(app, { subject: nasty, paragraphs: [nasty], closing: [nasty] })),
  );
  expect(html).toContain('&lt;img src=x onerror=&quot;1&quot;&gt; &amp; &lt;b&gt;');
  expect(html).not.toMatch(/<(img|b|link|script)\b/);
  expect(text).toContain(nasty);
});

describe('nothing that is typed becomes a header', () => {
  const injected = 'Anytown\r\nBcc: thief@example.org\r\n\r\nBody';

  test('not a subject', async () => {
    const app = openTestApp();
    const headers = headersOf(await written(app, letter(app, { subject: injected })));
    expect(headers.filter((line) => /^bcc:/i.test(line))).toEqual([]);
    expect(headers.filter((line) => /^subject:/i.test(line))).toHaveLength(1);
    expect(headers.some((line) => line.startsWith('Message-ID:'))).toBe(true);
  });

  test('not the council’s name', async () => {
    const app = openTestApp({ COUNCIL_NAME: injected });
    const headers = headersOf(await written(app, letter(app)));
    expect(headers.filter((line) => /^bcc:/i.test(line))).toEqual([]);
  });

  test.each([
    'amina@example.org\r\nBcc: thief@example.org',
    'amina@example.org, thief@example.org',
    '"amina@example.org, thief@example.org" <amina@example.org>',
  ])('and %j reaches nobody but the one that was meant', async (to) => {
    const app = openTestApp();
    const headers = headersOf(await written(app, letter(app, { to })));
    expect(headers.filter((line) => /^(bcc|cc):/i.test(line))).toEqual([]);
    expect(headers.filter((line) => /^to:/i.test(line))).toHaveLength(1);
  });
});
