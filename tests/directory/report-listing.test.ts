import { describe, expect, test } from 'vitest';
import { composeListingReport } from '#directory/report-listing-mail.ts';
import { reportForStaff } from '#directory/report-for-staff.ts';
import { reportListingPage } from '#directory/report-listing-page.ts';
import { purgeReports } from '#directory/report-listing-store.ts';
import type { OutboxMessage } from '#platform/outbox/outbox-store.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { addPlace } from '../support/place.ts';
import { rowsIn } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';
import { anybody, valueOf } from '../support/request.ts';

const href = (path: string, query = {}) => addressOf('en', path, query);
const once = '0189c7a1-1111-4222-8333-123456789abc';
const typed = {
  about: ['hours', 'other'],
  text: 'qztext they close at five',
  email: 'qzreporter@example.org',
  once,
  website: '',
};
const formOf = (fields: Readonly<Record<string, string | readonly string[]>>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  return form;
};
const opened = (): TestApp => {
  const app = openTestApp({ FEEDBACK_EMAIL: 'listings@council.example' });
  addPlace(app, 'moss');
  return app;
};
const send = (app: TestApp, change: Readonly<Record<string, string | readonly string[]>> = {}) =>
  valueOf(reportListingPage(app.as(anybody), href, 'moss', formOf({ ...typed, ...change })));
const reports = (app: TestApp) => rowsIn(app.db, 'listing_report');
const mailOf = (app: TestApp) => {
  const [message] = rowsIn(app.db, 'outbox_message');
  return composeListingReport(app, { subjectId: String(message?.['subject_id']) } as OutboxMessage);
};

describe('a report', () => {
  test('is kept, and leads to its thanks', () => {
    const app = opened();
    expect(send(app)).toMatchObject({ sentHref: '/provider/moss/report/sent', status: 200 });
    expect(reports(app)).toMatchObject([{ provider_id: 'moss', about: '["hours","other"]' }]);
  });

  test('is sealed: neither its words nor its address can be read in the database', () => {
    const app = opened();
    send(app);
    const everything = JSON.stringify([reports(app), rowsIn(app.db, 'outbox_message')]);
    expect(everything).not.toMatch(/qztext|qzreporter/);
  });

  test('tells the council where to read it, and not what was written or by whom', () => {
    const app = opened();
    send(app);
    const mail = mailOf(app);
    expect(mail?.to).toBe('listings@council.example');
    expect(mail?.link?.url).toBe(`${app.settings.publicUrl}/staff/report/${once}`);
    expect(JSON.stringify(mail)).toContain('The opening hours and Something else');
    expect(JSON.stringify(mail)).not.toMatch(/qztext|qzreporter/);
  });

  test('sent twice is one report and one message', () => {
    const app = opened();
    send(app);
    send(app);
    expect(reports(app)).toHaveLength(1);
    expect(rowsIn(app.db, 'outbox_message')).toHaveLength(1);
  });

  test('without a number of its own, or with one of somebody’s making, is kept all the same', () => {
    const app = opened();
    send(app, { once: '' });
    send(app, { once: "'; drop table listing_report; --" });
    expect(reports(app)).toHaveLength(2);
  });

  test('by a robot looks sent and is not kept', () => {
    const app = opened();
    expect(send(app, { website: 'https://spam.example' }).sentHref).not.toBeNull();
    expect(reports(app)).toEqual([]);
    expect(rowsIn(app.db, 'outbox_message')).toEqual([]);
  });

  test('beyond sixty an hour is not kept, is said so, and loses nothing typed', () => {
    const app = opened();
    for (let sent = 0; sent < 60; sent += 1) send(app, { once: '' });
    const busy = send(app, { once: '' });
    expect(busy).toMatchObject({ status: 429, isBusy: true, sentHref: null });
    expect(busy.form.text).toBe(typed.text);
    app.setTime('2026-11-23T11:30:00Z');
    expect(send(app, { once: '' }).status).toBe(200);
  });

  test('is gone after six months', () => {
    const app = opened();
    send(app);
    app.setTime('2027-05-20T10:00:00Z');
    expect(purgeReports(app.db, app.clock)).toBe(0);
    app.setTime('2027-06-01T10:00:00Z');
    expect(purgeReports(app.db, app.clock)).toBe(1);
    expect(mailOf(app)).toBeNull();
  });
});

describe('a form that cannot be understood', () => {
  test.each([
    ['nothing chosen', { about: [] }, 'Choose what is wrong', '#about'],
    ['something else and no words', { about: ['other'], text: ' ' }, 'Write a few words', '#text'],
    ['too much', { text: 'x'.repeat(1001) }, 'Use 1,000 characters', '#text'],
    ['half an address', { email: 'amina@' }, 'Enter an e-mail address', '#email'],
  ])('%s', (_name, change, text, target) => {
    const app = opened();
    const page = send(app, change);
    expect(page.status).toBe(422);
    expect(page.problems.summary).toEqual([{ text: expect.stringContaining(text), href: target }]);
    expect(reports(app)).toEqual([]);
  });

  test('comes back with all that was typed, and the same number', () => {
    const { form } = send(opened(), { email: 'amina@' });
    expect(form).toMatchObject({
      about: ['hours', 'other'],
      text: typed.text,
      email: 'amina@',
      once,
    });
  });

  test('in Urdu is explained in Urdu’s words', () => {
    const app = opened();
    const page = valueOf(
      reportListingPage(app.as(anybody, 'ur'), href, 'moss', formOf({ ...typed, about: [] })),
    );
    expect(page.problems.summary[0]?.text).toBe(
      app.catalogue.speak('ur').t('directory:provider.report.about.missing'),
    );
  });
});

test('a place that is not there cannot be reported', () => {
  const app = opened();
  expect(reportListingPage(app.as(anybody), href, 'nobody', formOf(typed))).toEqual({
    ok: false,
    problem: 'not-found',
  });
  expect(reports(app)).toEqual([]);
});

describe('staff', () => {
  test('read it whole, and that they did is recorded', () => {
    const app = opened();
    send(app);
    const read = valueOf(reportForStaff(app.as(asha), href, once));
    expect(read.facts.map(({ text }) => text)).toEqual(
      expect.arrayContaining([typed.text, typed.email]),
    );
    expect(rowsIn(app.db, 'audit_entry')).toMatchObject([
      { actor: 'staff:asha', action: 'listing-report-read', object: `listing-report:${once}` },
    ]);
  });

  test('nobody else does', () => {
    const app = opened();
    send(app);
    expect(reportForStaff(app.as(anybody), href, once)).toMatchObject({ problem: 'not-allowed' });
    expect(rowsIn(app.db, 'audit_entry')).toEqual([]);
  });

  test('what is not there is not found, and leaves no trace', () => {
    const app = opened();
    expect(reportForStaff(app.as(asha), href, 'nothing')).toMatchObject({ problem: 'not-found' });
    expect(rowsIn(app.db, 'audit_entry')).toEqual([]);
  });
});
