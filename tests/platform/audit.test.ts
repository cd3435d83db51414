import { eq } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { auditEntry } from '#db/schema/platform.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { hashOf } from '#platform/audit/audit-entry.ts';
import { inTransaction } from '#platform/transaction.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

const record = (app: TestApp, what: { action: string; object: string; fields?: string[] }) =>
  inTransaction(app.db, (tx) => recordAudit(tx, app.as(asha), what));

/** A record of five entries, and its head. */
function fiveEntries(): { app: TestApp; head: string } {
  const app = openTestApp();
  for (const action of ['received', 'claimed', 'asked', 'offered', 'closed']) {
    record(app, { action, object: 'case:1', fields: ['status'] });
  }
  const verdict = verify(app);
  if (!verdict.ok) throw new Error('A fresh record does not verify');
  return { app, head: verdict.head };
}

const verify = (app: TestApp, head?: string) => verifyAudit(app.db, app.keys.audit, { head });

/** Does to the record what its triggers forbid, as somebody with the file could. */
function tamper(app: TestApp, sql: string): void {
  app.db.$client.exec(
    ['no_update', 'no_delete', 'in_order']
      .map((end) => `drop trigger audit_entry_${end};`)
      .join(''),
  );
  app.db.$client.exec(sql);
}

test('a record that nobody touched verifies, names who did what, and no values', () => {
  const { app, head } = fiveEntries();
  expect(verify(app)).toEqual({ ok: true, entries: 5, head });
  expect(verify(app, head)).toEqual({ ok: true, entries: 5, head });
  record(app, { action: 'read', object: 'case:1' });
  expect(verify(app, head)).toMatchObject({ ok: true, entries: 6 });
});

test('an empty record verifies', () => {
  expect(verify(openTestApp())).toEqual({ ok: true, entries: 0, head: 'start' });
});

test.each(['at', 'actor', 'role', 'action', 'object', 'fields', 'reason', 'previous_hash', 'hash'])(
  'an entry whose %s was edited is found',
  (column) => {
    const { app } = fiveEntries();
    tamper(app, `update audit_entry set "${column}" = '["forged"]' where seq = 3`);
    expect(verify(app)).toEqual({ ok: false, seq: 3, fault: 'changed' });
  },
);

describe('somebody with the file, and without the key, cannot hide that', () => {
  test('an entry was removed', () => {
    const { app } = fiveEntries();
    tamper(app, 'delete from audit_entry where seq = 3');
    expect(verify(app)).toEqual({ ok: false, seq: 3, fault: 'gap' });
  });

  test('an entry was removed and the rest moved up', () => {
    const { app } = fiveEntries();
    tamper(
      app,
      'delete from audit_entry where seq = 3; update audit_entry set seq = seq - 1 where seq > 3',
    );
    expect(verify(app)).toEqual({ ok: false, seq: 3, fault: 'changed' });
  });

  test('the first entry was removed and the rest moved up', () => {
    const { app } = fiveEntries();
    tamper(app, 'delete from audit_entry where seq = 1; update audit_entry set seq = seq - 1');
    expect(verify(app)).toEqual({ ok: false, seq: 1, fault: 'changed' });
  });

  test('an entry was added at the end', () => {
    const { app } = fiveEntries();
    tamper(
      app,
      `insert into audit_entry select 6, at, actor, role, action, object, fields, reason, hash, hash
         from audit_entry where seq = 5`,
    );
    expect(verify(app)).toEqual({ ok: false, seq: 6, fault: 'changed' });
  });

  test('an entry was pushed in between', () => {
    const { app } = fiveEntries();
    tamper(
      app,
      `update audit_entry set seq = seq + 100 where seq > 2;
       update audit_entry set seq = seq - 99 where seq > 100;
       insert into audit_entry select 3, at, actor, role, action, object, fields, reason,
         previous_hash, hash from audit_entry where seq = 2`,
    );
    expect(verify(app)).toEqual({ ok: false, seq: 3, fault: 'changed' });
  });

  test('two entries changed places', () => {
    const { app } = fiveEntries();
    tamper(
      app,
      `update audit_entry set seq = 99 where seq = 2;
       update audit_entry set seq = 2 where seq = 3;
       update audit_entry set seq = 3 where seq = 99`,
    );
    expect(verify(app)).toEqual({ ok: false, seq: 2, fault: 'changed' });
  });

  test('the end was cut off, when its head was noted elsewhere', () => {
    const { app, head } = fiveEntries();
    tamper(app, 'delete from audit_entry where seq > 3');
    expect(verify(app)).toMatchObject({ ok: true, entries: 3 });
    expect(verify(app, head)).toEqual({ ok: false, seq: 3, fault: 'head-missing' });
    app.db.$client.exec('delete from audit_entry');
    expect(verify(app, head)).toEqual({ ok: false, seq: 0, fault: 'head-missing' });
  });

  test('all of it was written anew with another key', () => {
    const { app } = fiveEntries();
    expect(verifyAudit(app.db, app.keys.links)).toEqual({ ok: false, seq: 1, fault: 'changed' });
  });
});

test.each([
  "update audit_entry set action = 'forged' where seq = 2",
  'update audit_entry set seq = 9 where seq = 5',
  'delete from audit_entry where seq = 5',
  'delete from audit_entry',
  "insert or replace into audit_entry select 5, at, actor, role, 'forged', object, fields, reason, previous_hash, hash from audit_entry where seq = 5",
  'insert into audit_entry select 0, at, actor, role, action, object, fields, reason, previous_hash, hash from audit_entry where seq = 5',
  "insert into audit_entry select 5, at, actor, role, action, object, fields, reason, previous_hash, hash from audit_entry where seq = 5 on conflict (seq) do update set action = 'forged'",
])('the database itself refuses: %s', (sql) => {
  const { app, head } = fiveEntries();
  expect(() => app.db.$client.exec(sql)).toThrow('append-only');
  expect(verify(app, head)).toMatchObject({ ok: true, entries: 5 });
});

describe('a record whose key was changed', () => {
  const newer = randomBytes(32);
  /** Two entries more, made with the newer key. */
  function goesOn(app: TestApp, key = newer): void {
    const keys = { ...app.keys, audit: key };
    for (const action of ['read', 'exported'])
      inTransaction(app.db, (tx) =>
        recordAudit(tx, { ...app.as(asha), keys }, { action, object: 'case:1' }),
      );
  }
  const withBoth = (app: TestApp, head?: string) =>
    verifyAudit(app.db, newer, { olderKeys: [app.keys.audit], head });

  test('verifies with both keys, in their order, and not with one alone', () => {
    const { app, head } = fiveEntries();
    goesOn(app);
    expect(withBoth(app, head)).toMatchObject({ ok: true, entries: 7 });
    expect(verify(app)).toEqual({ ok: false, seq: 6, fault: 'changed' });
    expect(verifyAudit(app.db, newer)).toEqual({ ok: false, seq: 1, fault: 'changed' });
    const turned = verifyAudit(app.db, app.keys.audit, { olderKeys: [newer] });
    expect(turned).toEqual({ ok: false, seq: 6, fault: 'changed' });
  });

  test('takes nothing more that was made with the older key', () => {
    const { app } = fiveEntries();
    goesOn(app);
    goesOn(app, app.keys.audit);
    expect(withBoth(app)).toEqual({ ok: false, seq: 8, fault: 'changed' });
  });

  test('does not let an entry be written anew by who has the older key', () => {
    const { app } = fiveEntries();
    goesOn(app);
    tamper(app, "update audit_entry set actor = 'staff:ben' where seq = 5");
    const forged = app.db.select().from(auditEntry).where(eq(auditEntry.seq, 5)).get();
    if (!forged) throw new Error('The entry is not there');
    const hash = hashOf(app.keys.audit, forged);
    app.db.update(auditEntry).set({ hash }).where(eq(auditEntry.seq, 5)).run();
    expect(withBoth(app)).toEqual({ ok: false, seq: 6, fault: 'changed' });
  });
});

test('a record longer than what is read at once verifies, and an edit deep in it is found', () => {
  const { app } = fiveEntries();
  inTransaction(app.db, (tx) => {
    for (let more = 0; more < 5_100; more += 1)
      recordAudit(tx, app.as(asha), { action: 'read', object: 'case:1' });
    return null;
  });
  expect(verify(app)).toMatchObject({ ok: true, entries: 5_105 });
  tamper(app, "update audit_entry set role = 'admin' where seq = 5001");
  expect(verify(app)).toEqual({ ok: false, seq: 5_001, fault: 'changed' });
});
