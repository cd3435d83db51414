import { tiesView } from '#casework/file/case-ties.view.ts';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { survivorOf } from '#brokerage/survivor-store.ts';
import { casePage } from '#casework/file/case-page.ts';
import { caseView } from '#casework/file/case.view.ts';
import { linkSiblings } from '#casework/file/link-siblings.ts';
import { mergeCases } from '#casework/file/merge-cases.ts';
import { reopenRequest } from '#casework/file/reopen-request.ts';
import { mergePage } from '#casework/file/tie-page.ts';
import { viewCase } from '#casework/file/view-case.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import {
  askPlace,
  claimed,
  closeAs,
  sendSampleRequest,
  valueOf,
  type SentRequest,
} from '../../support/request.ts';
import { everyRow, rowsIn } from '../../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../../support/test-app.ts';
import { get, href, post } from './posts.ts';

const twice = () => {
  const app = openTestApp();
  return { app, one: claimed(app, sendSampleRequest(app)), two: sendSampleRequest(app) };
};
const at = ({ reference, now }: SentRequest) => ({ reference, version: now().version });
const join = (app: TestApp, one: SentRequest, two: SentRequest, reason = '') =>
  mergeCases(app.as(asha), at(one), {
    other: two.reference,
    otherVersion: two.now().version,
    reason,
  });
const strangers = (app: TestApp, { caseId }: SentRequest) => {
  const alone = { emailIndex: null, phoneIndex: null };
  app.db.update(brokerageCase).set(alone).where(eq(brokerageCase.id, caseId)).run();
};
const fileOf = (app: TestApp, { reference }: SentRequest) =>
  caseView(app.as(asha), href, valueOf(viewCase(app.as(asha), reference)));

describe('joining', () => {
  test('closes the other uncounted, leads its family here, tells it once, and both say so', () => {
    const { app, one, two } = twice();
    expect(fileOf(app, one).ties.alike.map(({ reference }) => reference)).toEqual([two.reference]);
    valueOf(join(app, one, two));
    expect(two.now()).toMatchObject({ status: 'closed', outcome: null, mergedInto: one.caseId });
    expect(rowsIn(app.db, 'demand')).toEqual([]);
    expect(survivorOf(app.db, two.caseId)).toBe(one.caseId);
    expect(survivorOf(app.db, one.caseId)).toBe(one.caseId);
    const merged = rowsIn(app.db, 'timeline_event').filter(({ kind }) => kind === 'merged');
    expect(merged.map((row) => row['case_id']).sort()).toEqual([one.caseId, two.caseId].sort());
    const told = rowsIn(app.db, 'outbox_message').filter(({ kind }) => kind === 'new-message');
    expect(told).toMatchObject([{ subject_id: one.caseId }]);
    expect(fileOf(app, one).messages.rows[0]?.text).toContain('You have sent us two requests');
    expect(fileOf(app, two).head.survivor?.text).toBe(one.reference);
    expect(verifyAudit(app.db, app.keys.audit)).toMatchObject({ ok: true });
  });

  test('is taken apart within 30 days: what was joined is again what it was', async () => {
    const { app, one, two } = twice();
    const before = two.now();
    valueOf(join(app, one, two));
    const undo = () => {
      const tie = fileOf(app, two).ties.rows[0]?.id ?? '';
      const form = { do: 'take-apart', tie, version: String(two.now().version) };
      return casePage(app.as(asha), href, two.reference, post(form));
    };
    app.setTime('2026-12-24T10:00:00Z');
    expect(fileOf(app, two).ties.rows).toMatchObject([{ canUndo: false }]);
    expect(await undo()).toMatchObject({ problem: 'not-in-this-state' });
    app.setTime('2026-12-23T10:00:00Z');
    valueOf(await undo());
    const { version: _version, key: _key, ...was } = before;
    expect(two.now()).toMatchObject(was);
    expect(survivorOf(app.db, two.caseId)).toBe(two.caseId);
    expect(fileOf(app, one).ties.rows).toEqual([]);
  });

  test('needs a reason where they have no contact in common, and is previewed with both', async () => {
    const { app, one, two } = twice();
    strangers(app, two);
    const look = valueOf(
      await mergePage(app.as(asha), one.reference, get(`?with=${two.reference.toLowerCase()}`)),
    );
    expect(look.pair).toMatchObject({ isSameContact: false, mayBeJoined: true });
    const typed = {
      ...{ version: String(one.now().version), otherVersion: String(two.now().version) },
      other: two.reference,
    };
    const send = async (reason: string) =>
      valueOf(await mergePage(app.as(asha), one.reference, post({ ...typed, reason })));
    const refused = await send('');
    expect(refused.form).toMatchObject({ done: false, status: 422 });
    expect(refused.form.problems.of('reason')).toBeDefined();
    expect(two.now().status).toBe('new');
    expect((await send('She told me by phone, Qzreason')).form.done).toBe(true);
    expect(JSON.stringify(everyRow(app.db))).not.toContain('Qzreason');
    const file = valueOf(viewCase(app.as(asha), one.reference));
    const view = tiesView(app.as(asha), href, file.subject, file.ties);
    expect(view.rows, 'who reads on knows why').toMatchObject([
      { reason: 'She told me by phone, Qzreason' },
    ]);
  });

  test('is refused while places are asked for the other, with itself, or from an old look', () => {
    const { app, one, two } = twice();
    expect(join(app, one, one)).toMatchObject({ problem: 'not-found' });
    const old = { other: two.reference, otherVersion: two.now().version - 1, reason: '' };
    const before = everyRow(app.db);
    expect(mergeCases(app.as(asha), at(one), old)).toMatchObject({ problem: 'stale-version' });
    expect(everyRow(app.db)).toEqual(before);
    askPlace(app, two);
    expect(join(app, one, two)).toMatchObject({ problem: 'not-in-this-state' });
    valueOf(join(app, two, one));
  });
});

test('brothers’ and sisters’ requests know of each other, and each goes on', () => {
  const { app, one, two } = twice();
  const link = () => linkSiblings(app.as(asha), at(one), { other: two.reference, reason: '' });
  valueOf(link());
  valueOf(link());
  expect(rowsIn(app.db, 'case_tie')).toHaveLength(1);
  expect(fileOf(app, two).ties.rows).toMatchObject([{ reference: one.reference }]);
  expect([one.now().status, two.now().status]).toEqual(['in-progress', 'new']);
});

test('staff open a closed request again at any time; the clocks start anew and it is not counted', () => {
  const { app, one, two } = twice();
  closeAs(app, one, 'found-own');
  expect(rowsIn(app.db, 'demand')).toHaveLength(1);
  app.setTime('2027-03-01T10:00:00Z');
  valueOf(reopenRequest(app.as(asha), at(one)));
  expect(one.now()).toMatchObject({
    ...{ status: 'in-progress', nextAction: 'contact-family', nextActionDue: '2027-03-03' },
    ...{ outcome: null, closedAt: null, contactedAt: null, contactDue: '2027-03-03' },
    ownerId: 'asha',
  });
  expect(rowsIn(app.db, 'demand')).toEqual([]);
  expect(reopenRequest(app.as(asha), at(one))).toMatchObject({ problem: 'not-in-this-state' });
  valueOf(join(app, one, two));
  expect(reopenRequest(app.as(asha), at(two))).toMatchObject({ problem: 'not-in-this-state' });
});

test('the timeline shows one kind of event when asked, and all otherwise', async () => {
  const { app, one } = twice();
  closeAs(app, one, 'found-own');
  const shown = async (search: string) =>
    valueOf(await casePage(app.as(asha), href, one.reference, get(search))).view?.timeline;
  const all = (await shown(''))?.events.length ?? 0;
  const steps = (await shown('?show=steps'))?.events.length ?? 0;
  expect(all).toBeGreaterThan(2);
  expect(steps).toBe(all);
  expect(await shown('?show=calls')).toMatchObject({
    events: [],
    empty: 'Nothing of this kind yet.',
  });
});
