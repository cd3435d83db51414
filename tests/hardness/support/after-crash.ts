import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { hashToken } from '#platform/links/access-link.ts';
import { openTransport } from '#platform/mail/transports.ts';
import { drainOutbox } from '#platform/outbox/drain-outbox.ts';
import { composers } from '../../../src/compose-mail.ts';
import { readMail } from '../../support/mail.ts';
import type { TestApp } from '../../support/test-app.ts';

const column = (app: TestApp, sql: string): readonly unknown[] =>
  app.db.$client.prepare(sql).pluck().all();

/** The case that a draft became, or null. */
export const caseOfDraft = (app: TestApp, token: string): unknown =>
  app.db.$client
    .prepare('select case_id from request_draft where token_hash = ?')
    .pluck()
    .get(hashToken(token));

/** Expects a database that no crash has hurt: whole, its keys kept, its record unbroken. */
export function expectWhole(app: TestApp): void {
  expect(app.db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(app.db.$client.pragma('foreign_key_check')).toEqual([]);
  expect(verifyAudit(app.db, app.keys.audit)).toMatchObject({ ok: true });
}

/** Expects that every case there is has come from one draft, with all that belongs to it, once. */
export function expectOnce(app: TestApp, sent: readonly string[]): void {
  const cases = column(app, 'select id from brokerage_case order by id');
  expect(sent.map((token) => caseOfDraft(app, token)).toSorted()).toEqual(cases);
  const ofEach = {
    draft: 'select case_id from request_draft where case_id is not null order by 1',
    event: `select case_id from timeline_event where kind = 'received' order by 1`,
    record: `select substr(object, 6) from audit_entry where action = 'case-received' order by 1`,
    link: `select subject_id from access_link where purpose = 'track' order by 1`,
    message: `select subject_id from outbox_message where kind = 'request-received'
      and state in ('queued', 'sent') order by 1`,
  };
  for (const [what, sql] of Object.entries(ofEach)) expect(column(app, sql), what).toEqual(cases);
}

/** Lets an hour pass, sends what is due, and expects one whole file for each message. */
export async function expectEveryMessageSent(app: TestApp): Promise<void> {
  const later = new Date(app.clock.now().getTime() + 3_600_000);
  const anHourOn = { ...app, clock: { now: () => later } };
  while ((await drainOutbox(anHourOn, composers, openTransport(app.settings))) > 0);
  const sent = column(
    app,
    `select id || '.eml' from outbox_message where state = 'sent' order by 1`,
  );
  expect(column(app, 'select count(*) from outbox_message')).toEqual([sent.length]);
  expect(readdirSync(app.settings.outboxDir).toSorted()).toEqual(sent);
  for (const name of sent) {
    const mail = await readMail(readFileSync(join(app.settings.outboxDir, String(name)), 'utf8'));
    expect(mail.to).toBe('amina@example.org');
    expect(mail.link).toMatch(/\/t\/[\w-]{43}$/);
    expect(mail.html).toContain('</html>');
  }
}
