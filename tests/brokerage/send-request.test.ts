import { describe, expect, test } from 'vitest';
import { sendRequest } from '#brokerage/send-request.ts';
import { accessLink, auditEntry, outboxMessage } from '#db/schema/platform.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { sampleFamily } from '../support/family.ts';
import { anybody, sendSampleRequest, startDraft, valueOf } from '../support/request.ts';
import { everyRow, gained, rowsIn } from '../support/rows.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const tables = ['brokerage_case', 'timeline_event', 'audit_entry', 'outbox_message', 'access_link'];

test('a request becomes a case with its clock, its event, its record, its link and its message', () => {
  const app = openTestApp();
  const token = startDraft(app, {});
  const written = gained(app.db, [...tables, 'visit'], () =>
    valueOf(sendRequest(app.as(anybody), token)),
  );
  expect(new Set(Object.values(written))).toEqual(new Set([1]));
  expect(rowsIn(app.db, 'brokerage_case')).toMatchObject([
    {
      status: 'new',
      version: 1,
      owner_id: null,
      next_action: 'contact-family',
      next_action_due: '2026-11-25',
      received_at: '2026-11-23T10:00:00.000Z',
    },
  ]);
  const link = app.db.select().from(accessLink).get();
  expect(app.db.select().from(outboxMessage).get()).toMatchObject({
    kind: 'request-received',
    linkId: link?.id,
    subjectId: link?.subjectId,
  });
  expect(verifyAudit(app.db, app.keys.audit)).toMatchObject({ ok: true, entries: 1 });
});

test('the case holds what was answered, in the language it was answered in', () => {
  const app = openTestApp();
  expect(sendSampleRequest(app).now().family).toEqual(sampleFamily);
  expect(sendSampleRequest(app, {}, 'ur').now().family.language).toBe('ur');
});

test('the reference is one that can be read out on the phone', () => {
  const app = openTestApp();
  const references = [0, 1, 2].map(() => sendSampleRequest(app).reference);
  for (const reference of references) {
    expect(reference).toMatch(/^FIS-[2-9B-DF-HJKMNP-TV-Z]{4}-[2-9B-DF-HJKMNP-TV-Z]{4}$/);
  }
  expect(new Set(references).size).toBe(3);
});

test('nothing that the family told is in the file, and no secret is', () => {
  const app = openTestApp();
  const { draftToken, visitToken } = sendSampleRequest(app);
  const file = app.db.$client.serialize().toString('latin1');
  const told = [
    'Amina',
    'amina@example.org',
    '0161 496 0456',
    'buses',
    'nurseries',
    'M33 2DH',
    '2024-05',
  ];
  for (const word of [...told, draftToken, visitToken]) expect(file).not.toContain(word);
  const record = app.db.select().from(auditEntry).get();
  expect(record?.fields).toContain('contact');
  expect(JSON.stringify(record)).not.toContain('Amina');
});

describe('sending twice', () => {
  test('opens the same case again, writes no second one and sends no second message', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const again = gained(app.db, tables, () =>
      valueOf(sendRequest(app.as(anybody), sent.draftToken)),
    );
    expect(new Set(Object.values(again))).toEqual(new Set([0]));
    expect(sent.now().version).toBe(1);
  });
});

describe('nothing at all is written', () => {
  const refused = (app: TestApp, token: string) => {
    const before = everyRow(app.db);
    const result = sendRequest(app.as(anybody), token);
    expect(everyRow(app.db)).toEqual(before);
    return result.ok ? 'sent' : result.problem;
  };

  test('of a request with an open question', () => {
    const app = openTestApp();
    const token = startDraft(app, { steps: ['wish', 'about', 'children'] });
    expect(refused(app, token)).toBe('answer-incomplete');
  });

  test('of one that nobody began', () => {
    expect(refused(openTestApp(), 'made-up')).toBe('draft-gone');
  });

  test.each(tables)('when %s cannot be written', (table) => {
    const app = openTestApp();
    const token = startDraft(app, {});
    app.db.$client.exec(
      `create trigger full before insert on ${table} begin select raise(abort, 'disk full'); end`,
    );
    const before = everyRow(app.db);
    expect(() => sendRequest(app.as(anybody), token)).toThrow('disk full');
    expect(everyRow(app.db)).toEqual(before);
    app.db.$client.exec('drop trigger full');
    expect(sendRequest(app.as(anybody), token)).toMatchObject({ ok: true });
  });
});
