import { describe, expect, test } from 'vitest';
import { quarantinePage } from '#casework/quarantine-page.ts';
import { listQueue } from '#casework/queue/list-queue.ts';
import { plainQueue } from '#casework/queue/queue-query.ts';
import { queueViews } from '#casework/queue/queue.ts';
import { settleQuarantine, type Verdict } from '#casework/settle-quarantine.ts';
import { runRetention } from '#brokerage/run-retention.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import type { Actor, StaffRole } from '#platform/context.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { insertSealedCase } from '../support/sealed-case.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

const href = (path: string) => path;
const held = (app: TestApp) =>
  insertSealedCase(app, {
    ...{ quarantinedFor: 'trap', nextAction: 'contact-family', nextActionDue: '2026-11-25' },
  });
const settle = (app: TestApp, reference: string, verdict: Verdict) =>
  settleQuarantine(app.as(asha), reference, verdict);
const inQueue = (app: TestApp) =>
  queueViews.filter((view) => {
    const listed = listQueue(app.as(asha), plainQueue);
    return listed.ok && listed.value.counts[view] > 0;
  });
const get = new Request('http://localhost/staff/quarantine');
const press = (typed: Readonly<Record<string, string>>) =>
  new Request(get.url, { method: 'POST', body: new URLSearchParams(typed) });
async function see(app: TestApp) {
  const page = await quarantinePage(app.as(asha), href, get);
  if (!page.ok) throw new Error(page.problem);
  return page.value.lists.map(({ rows }) => rows.map(({ reference }) => reference));
}

test('what is held back is in no queue but its own, with the reason and a way to read it', async () => {
  const app = openTestApp();
  const { reference } = held(app);
  expect(inQueue(app)).toEqual([]);
  const page = await quarantinePage(app.as(asha), href, get);
  expect(page.ok && page.value.lists[0]?.rows).toMatchObject([
    { reference, href: `/staff/case/${reference}`, reason: expect.stringContaining('cannot see') },
  ]);
});

describe('letting it in', () => {
  test('puts it into the queue, with days that count from now and the thanks that waited', async () => {
    const app = openTestApp();
    const { id, reference } = held(app);
    app.setTime('2026-11-26T10:00:00Z');
    const page = await quarantinePage(app.as(asha), href, press({ 'let-in': reference }));
    expect(page).toMatchObject({ ok: true, value: { isSettled: true } });
    expect(inQueue(app)).toEqual(['unassigned', 'all']);
    expect(await see(app)).toEqual([[], []]);
    expect(rowsIn(app.db, 'brokerage_case')).toMatchObject([
      { status: 'new', quarantined_for: null, next_action_due: '2026-11-30', version: 2 },
    ]);
    expect(app.db.select().from(outboxMessage).all()).toMatchObject([
      { kind: 'request-received', subjectId: id, linkId: expect.any(String) },
    ]);
  });

  test('twice does it once', () => {
    const app = openTestApp();
    const { reference } = held(app);
    settle(app, reference, 'let-in');
    const before = everyRow(app.db);
    expect(settle(app, reference, 'let-in')).toEqual({ ok: false, problem: 'not-found' });
    expect(everyRow(app.db)).toEqual(before);
  });
});

describe('spam', () => {
  test('is put aside, not deleted, and can be let in after all', async () => {
    const app = openTestApp();
    const { reference } = held(app);
    settle(app, reference, 'spam');
    expect(await see(app)).toEqual([[], [reference]]);
    expect(inQueue(app)).toEqual([]);
    settle(app, reference, 'let-in');
    expect(inQueue(app)).toEqual(['unassigned', 'all']);
    expect(rowsIn(app.db, 'brokerage_case')).toMatchObject([
      { status: 'new', closed_at: null, next_action: 'contact-family' },
    ]);
  });

  test('is erased after 30 days, and leaves no row for sufficiency', async () => {
    const app = openTestApp();
    const { reference } = held(app);
    settle(app, reference, 'spam');
    app.setTime('2026-12-10T10:00:00Z');
    settle(app, reference, 'spam');
    app.setTime('2026-12-23T10:00:00Z');
    await runRetention(app, false);
    expect(rowsIn(app.db, 'brokerage_case')).toMatchObject([{ reference, sealed_family: null }]);
    expect(rowsIn(app.db, 'demand')).toEqual([]);
    expect(await see(app)).toEqual([[], []]);
    expect(inQueue(app), 'nor does it stand among the closed').toEqual([]);
  });
});

test('what is not held back cannot be settled', () => {
  const app = openTestApp();
  const { reference } = insertSealedCase(app);
  const before = everyRow(app.db);
  for (const verdict of ['let-in', 'spam'] as const)
    expect(settle(app, reference, verdict)).toEqual({ ok: false, problem: 'not-found' });
  expect(everyRow(app.db)).toEqual(before);
});

const as = (role: StaffRole): Actor => ({ kind: 'staff', id: 'x', name: 'X', role });

test.each([
  ['anybody', { kind: 'public' }, false],
  ['a family', { kind: 'family', caseId: 'c' }, false],
  ['an administrator', as('admin'), false],
  ['who may only read', as('read-only'), true],
] as const)('%s settles nothing', async (_, actor, maySee) => {
  const app = openTestApp();
  const { reference } = held(app);
  const before = everyRow(app.db);
  const refused = { ok: false, problem: 'not-allowed' };
  expect(settleQuarantine(app.as(actor), reference, 'let-in')).toEqual(refused);
  expect(await quarantinePage(app.as(actor), href, press({ spam: reference }))).toEqual(refused);
  expect((await quarantinePage(app.as(actor), href, get)).ok).toBe(maySee);
  expect(everyRow(app.db)).toEqual(before);
});
