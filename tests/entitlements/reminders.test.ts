import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import schedule from '#content/reference/retention.json' with { type: 'json' };
import { knownReference } from '#entitlements/known-reference.ts';
import { schemeName } from '#entitlements/scheme-words.ts';
import { schemeKeys } from '#entitlements/schemes.ts';
import { askPage } from '#entitlements/reminders/ask-page.ts';
import { keepReminders } from '#entitlements/reminders/keep-reminders.ts';
import { managePage } from '#entitlements/reminders/manage-page.ts';
import { unconfirmedDays } from '#entitlements/reminders/reminder.ts';
import { openTransport } from '#platform/mail/transports.ts';
import { drainOutbox } from '#platform/outbox/drain-outbox.ts';
import { composers } from '../../src/compose-mail.ts';
import { readMail } from '../support/mail.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const anybody = { kind: 'public' } as const;
type Said = Readonly<Record<string, string | readonly string[]>>;
const form = (said: Said): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(said)) {
    for (const one of typeof value === 'string' ? [value] : value) data.append(name, one);
  }
  return data;
};
/** A baby due in April; 15 hours for working parents can be asked for, and begin, in 2028. */
const due = { 'month-a': '4', 'year-a': '2027' };
const first = 'working-parents|deadline|2028-03-31';
const second = 'working-parents|starts|2028-04-01';
const byMail = {
  ...due,
  pick: [first, second],
  way: 'email',
  email: 'qzfamily@example.org',
  do: 'ask',
};
const asksFor = (app: TestApp, said: Said, language = 'en') =>
  askPage(app.as(anybody, language), form(said), () => true);
const press = (app: TestApp, token: string, wish: string) =>
  managePage(app.as(anybody), token, form({ do: wish }));
const look = (app: TestApp, token: string) => managePage(app.as(anybody), token, null);

/** Sends what waits; gives every message file so far. */
async function sent(app: TestApp): Promise<readonly string[]> {
  await drainOutbox(app, composers, openTransport(app.settings));
  const { outboxDir } = app.settings;
  try {
    return readdirSync(outboxDir).map((name) => readFileSync(join(outboxDir, name), 'utf8'));
  } catch {
    return [];
  }
}
const rows = (app: TestApp): readonly number[] =>
  ['reminder_contact', 'reminder'].map((table) =>
    Number(app.db.$client.prepare(`select count(*) from ${table}`).pluck().get()),
  );
const tokenIn = (link: string) => link.split('/').at(-1) ?? '';

async function asked(app: TestApp, said: Said = byMail, language = 'en'): Promise<string> {
  expect(asksFor(app, said, language)?.sent).not.toBeNull();
  const mails = await Promise.all((await sent(app)).map(readMail));
  return tokenIn(mails.at(-1)?.link ?? '');
}

describe('a reminder', () => {
  test('is asked for, confirmed from the mail, sent when it is due, and gone afterwards', async () => {
    const app = openTestApp();
    const token = await asked(app, byMail, 'pl');
    expect(look(app, token).state, 'to look confirms nothing').toBe('ask');
    app.setTime('2026-11-24T10:00:00Z');
    expect(keepReminders(app)).toEqual({ reminders: 0, remindersGone: 0 });
    expect(press(app, token, 'confirm')).toMatchObject({ state: 'on', isNew: true });
    expect(look(app, token)).toMatchObject({ state: 'on', isNew: false });
    expect(look(app, token).days).toHaveLength(2);

    app.setTime('2028-03-17T06:30:00Z');
    expect(keepReminders(app).reminders, 'not before eight').toBe(0);
    app.setTime('2028-03-17T08:30:00Z');
    expect(keepReminders(app).reminders).toBe(1);
    expect(keepReminders(app), 'not again').toEqual({ reminders: 0, remindersGone: 0 });
    const mails = await Promise.all((await sent(app)).map(readMail));
    const mail = mails.find(({ subject }) => subject.includes('31 marca 2028'));
    expect(mail?.to).toBe('qzfamily@example.org');
    expect(mail?.text).toContain('finansowane godziny');
    const names = schemeKeys.map((key) =>
      schemeName(app.catalogue.speak('pl'), knownReference(), key),
    );
    expect(names.filter((name) => JSON.stringify(mail).includes(name))).toEqual([]);
    expect(mail?.text, 'nothing of the family').not.toMatch(/kwie|2027/);
    expect(tokenIn(mail?.link ?? '')).toBe(token);

    app.setTime('2028-03-17T09:30:00Z');
    expect(keepReminders(app)).toEqual({ reminders: 0, remindersGone: 1 });
    app.setTime('2028-03-18T09:30:00Z');
    keepReminders(app);
    await sent(app);
    keepReminders(app);
    expect(rows(app)).toEqual([0, 0]);
    expect(look(app, token).state).toBe('gone');
    expect(await sent(app)).toHaveLength(3);
  });

  test('that nobody confirms is never sent, and is deleted after as many days as the schedule says', async () => {
    const rule = schedule.rules.find(({ record }) => record === 'reminder');
    expect(rule?.period).toEqual({ days: unconfirmedDays });
    const app = openTestApp();
    const token = await asked(app);
    app.setTime('2026-11-30T09:59:00Z');
    keepReminders(app);
    expect(rows(app)).toEqual([1, 2]);
    app.setTime('2026-11-30T10:00:00Z');
    keepReminders(app);
    expect(rows(app)).toEqual([0, 0]);
    expect(press(app, token, 'confirm').state).toBe('gone');
  });

  test('is stopped with one button, also one whose message already waits', async () => {
    const app = openTestApp();
    const token = await asked(app);
    press(app, token, 'confirm');
    app.setTime('2028-03-20T10:00:00Z');
    expect(keepReminders(app).reminders).toBe(2);
    expect(press(app, token, 'stop').state).toBe('gone');
    expect(rows(app)).toEqual([0, 0]);
    expect(await sent(app), 'only the one to confirm').toHaveLength(1);
  });

  test('of a day that is past by then is not sent', async () => {
    const app = openTestApp();
    press(app, await asked(app), 'confirm');
    app.setTime('2028-04-02T10:00:00Z');
    keepReminders(app);
    expect(await sent(app)).toHaveLength(1);
    keepReminders(app);
    expect(rows(app)).toEqual([0, 0]);
  });

  test('goes as a text to whom wants one, with the link on a line of its own', async () => {
    const app = openTestApp();
    const text = { ...byMail, way: 'text', phone: '07700 900123' };
    asksFor(app, text);
    const [message = ''] = await sent(app);
    expect(message).toContain('To: +447700900123');
    const token = tokenIn(message.trim().split('\n').at(-1) ?? '');
    expect(press(app, token, 'confirm').state).toBe('on');
  });

  test('keeps nothing in the clear but days, kinds of help and the language', async () => {
    const app = openTestApp();
    await asked(app);
    const kept = JSON.stringify([
      app.db.$client.prepare('select * from reminder').all(),
      app.db.$client.prepare('select * from reminder_contact').all(),
      app.db.$client.prepare('select * from outbox_message').all(),
    ]);
    expect(kept).not.toMatch(/qzfamily|example\.org|2027-04"/);
  });

  test('is not a way to pester somebody: the fourth link of a day is not sent, and looks the same', async () => {
    const app = openTestApp();
    const answers = Array.from({ length: 5 }, () => asksFor(app, byMail)?.sent);
    expect(new Set(answers).size).toBe(1);
    expect(await sent(app)).toHaveLength(3);
    app.setTime('2026-11-24T10:00:01Z');
    asksFor(app, byMail);
    expect(await sent(app)).toHaveLength(4);
  });
});

describe('the form', () => {
  const wrongIn = (said: Said) => {
    const page = asksFor(openTestApp(), { ...byMail, ...said });
    return [page?.status, page?.form.problems.summary.map(({ href }) => href)];
  };
  test.each<[string, Said, string]>([
    ['no day', { pick: [] }, '#pick'],
    ['a day that is not offered', { pick: 'universal|starts|1999-01-01' }, '#pick'],
    ['no way', { way: '' }, '#way'],
    ['a way nobody offers', { way: 'pigeon' }, '#way'],
    ['no address', { email: '' }, '#email'],
    ['half an address', { email: 'amina@' }, '#email'],
    ['two addresses', { email: 'a@example.org, b@example.org' }, '#email'],
    ['an address with a line break', { email: 'a@example.org\r\nBcc: b@example.org' }, '#email'],
    ['no number', { way: 'text' }, '#phone'],
    ['a number of a house', { way: 'text', phone: '0161 496 0123' }, '#phone'],
    ['a dear number', { way: 'text', phone: '07012 345678' }, '#phone'],
    ['a number abroad', { way: 'text', phone: '+48 512 345 678' }, '#phone'],
  ])('with %s says what is wrong', (_name, said, field) => {
    expect(wrongIn(said)).toEqual([422, [field]]);
  });

  test('keeps what was typed, and every answer', () => {
    const page = asksFor(openTestApp(), { ...byMail, email: 'amina@' });
    expect(page?.form).toMatchObject({ email: 'amina@', way: 'email', picked: [first, second] });
    expect(page?.form.hidden).toContainEqual({ name: 'year-a', value: '2027' });
    expect(page?.form.hidden.map(({ name }) => name)).not.toContain('email');
  });

  test('is busy when too many ask, and sends nothing', async () => {
    const app = openTestApp();
    const page = askPage(app.as(anybody), form(byMail), () => false);
    expect(page).toMatchObject({ status: 429, isBusy: true, sent: null });
    expect(await sent(app)).toEqual([]);
  });

  test('without answers there is none; a made-up link opens nothing', () => {
    const app = openTestApp();
    expect(asksFor(app, { do: 'ask' })).toBeNull();
    expect(look(app, 'x').state).toBe('gone');
  });
});
