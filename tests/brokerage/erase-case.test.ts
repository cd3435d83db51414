import { eq } from 'drizzle-orm';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCase } from '#brokerage/case-store.ts';
import { eraseCase, type EraseReason } from '#brokerage/erase-case.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { unwrapDataKey } from '#platform/crypto/data-key.ts';
import { inTransaction } from '#platform/transaction.ts';
import { sampleFamily } from '../support/family.ts';
import { insertFullCase } from '../support/full-case.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

const erase = (app: TestApp, caseId: string, reason: EraseReason = 'family-asked') =>
  inTransaction(app.db, (tx) => eraseCase(tx, app.as({ kind: 'family', caseId }), caseId, reason));
const rowOf = (app: TestApp, id: string) =>
  app.db.select().from(brokerageCase).where(eq(brokerageCase.id, id)).get();
/** The tables in which a text stands anywhere. */
const tablesWith = (app: TestApp, text: string) =>
  Object.entries(everyRow(app.db)).flatMap(([table, rows]) =>
    JSON.stringify(rows).includes(text) ? [table] : [],
  );
const closed = { status: 'closed', closedAt: '2026-11-20T12:00:00.000Z' } as const;

test('of an erased case its id, reference and months stay, and the record that it was erased', () => {
  const app = openTestApp();
  const { id, reference, enquiryId } = insertFullCase(app, { ...closed, ownerId: 'asha' });
  expect(tablesWith(app, id).length, 'it was everywhere before').toBeGreaterThan(8);
  expect(erase(app, id)).toEqual({ ok: true, value: null });
  expect(tablesWith(app, id)).toEqual(['audit_entry', 'brokerage_case']);
  expect(tablesWith(app, enquiryId)).toEqual([]);
  expect(rowOf(app, id)).toEqual({
    ...{ id, reference, status: 'closed', version: 2, wish: 'place', legalHold: false },
    ...{ isUrgent: false, quarantinedFor: null, ownerId: null, outcome: null },
    ...{ nextAction: null, nextActionDue: null, wrappedKey: null, sealedFamily: null },
    ...{ contactDue: null, contactedAt: null, optionsDue: null, optionsAt: null },
    ...{ waitingSince: null, reopenedAt: null, mergedInto: null },
    ...{ emailIndex: null, phoneIndex: null, erasedAt: '2026-11-23T10:00:00.000Z' },
    ...{ receivedAt: '2026-11-01T00:00:00.000Z', closedAt: '2026-11-01T00:00:00.000Z' },
  });
  expect(findCase(app.db, app, { id })).toBeUndefined();
  expect(rowsIn(app.db, 'audit_entry')).toMatchObject([
    { action: 'case-erased', object: `case:${id}`, reason: 'family-asked' },
  ]);
  expect(verifyAudit(app.db, app.keys.audit)).toMatchObject({ ok: true });
});

test('another family’s case loses nothing', () => {
  const app = openTestApp();
  const [mine, other] = [insertFullCase(app, closed), insertFullCase(app, closed)];
  const before = tablesWith(app, other.id);
  const kept = rowOf(app, other.id);
  erase(app, mine.id);
  expect(tablesWith(app, other.id)).toEqual(before);
  expect(rowOf(app, other.id)).toEqual(kept);
  expect(unwrapDataKey(app.keys, other.id, kept?.wrappedKey ?? '').bytes).toEqual(other.key.bytes);
});

test('a case that somebody must still answer for is not erased, nor touched', () => {
  const app = openTestApp();
  const { id } = insertFullCase(app, { ...closed, legalHold: true });
  const before = everyRow(app.db);
  expect(erase(app, id)).toEqual({ ok: false, problem: 'on-hold' });
  expect(everyRow(app.db)).toEqual(before);
});

test('erasing again changes nothing, and what never was is not found', () => {
  const app = openTestApp();
  const { id } = insertFullCase(app, closed);
  erase(app, id);
  const before = everyRow(app.db);
  app.setTime('2026-12-24T10:00:00Z');
  expect(erase(app, id)).toMatchObject({ ok: true });
  expect(everyRow(app.db)).toEqual(before);
  expect(erase(app, 'nobody')).toEqual({ ok: false, problem: 'not-found' });
});

describe('the anonymous row for sufficiency', () => {
  const demands = (app: TestApp) => rowsIn(app.db, 'demand');

  test('is made of a case that was still open', () => {
    const app = openTestApp();
    const { id } = insertFullCase(app, {}, { ...sampleFamily });
    erase(app, id);
    expect(demands(app)).toMatchObject([{ outcome: 'withdrawn', closed_month: '2026-11' }]);
    expect(rowOf(app, id)).toMatchObject({ status: 'closed', wrappedKey: null });
    expect(tablesWith(app, id)).toEqual(['audit_entry', 'brokerage_case']);
  });

  test('is not made again of one that had closed, nor of what was held back as no family’s', () => {
    const app = openTestApp();
    erase(app, insertFullCase(app, closed, { ...sampleFamily }).id);
    erase(app, insertFullCase(app, { quarantinedFor: 'trap' }, { ...sampleFamily }).id, 'spam');
    expect(demands(app)).toEqual([]);
  });

  test('cannot be had of a case that no longer opens, which is erased all the same', () => {
    const app = openTestApp();
    const { id } = insertFullCase(app, { wrappedKey: 'k1.v1.damaged.damaged.damaged' });
    expect(erase(app, id)).toMatchObject({ ok: true });
    expect(rowOf(app, id)).toMatchObject({ wrappedKey: null, sealedFamily: null });
  });
});

test('the files that its messages were written to go with it, and no other family’s', () => {
  const app = openTestApp();
  const [mine, other] = [insertFullCase(app, closed), insertFullCase(app, closed)];
  mkdirSync(app.settings.outboxDir, { recursive: true });
  const filesOf = (subject: string) =>
    app.db
      .select()
      .from(outboxMessage)
      .where(eq(outboxMessage.subjectId, subject))
      .all()
      .flatMap(({ id }) => [`${id}.eml`, `${id}.txt`]);
  const [own, asked, theirs] = [mine.id, mine.enquiryId, other.id].map(filesOf);
  const names = [...(own ?? []), ...(asked ?? []), ...(theirs ?? []), 'unrelated.eml'];
  expect([own?.length, theirs?.length]).not.toContain(0);
  for (const name of names) writeFileSync(join(app.settings.outboxDir, name), 'To: amina');
  erase(app, mine.id);
  expect(readdirSync(app.settings.outboxDir).toSorted()).toEqual(
    [...(theirs ?? []), 'unrelated.eml'].toSorted(),
  );
});

test('all of it or nothing: when the transaction comes to nothing, so does the erasing', () => {
  const app = openTestApp();
  const { id } = insertFullCase(app, closed);
  const before = everyRow(app.db);
  const attempt = () =>
    inTransaction(app.db, (tx): null => {
      eraseCase(tx, app.as(asha), id, 'staff-asked');
      throw new Error('The disk is full');
    });
  expect(attempt).toThrow('The disk is full');
  expect(everyRow(app.db)).toEqual(before);
});
