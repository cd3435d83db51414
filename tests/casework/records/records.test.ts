import { describe, expect, test } from 'vitest';
import { findCase } from '#brokerage/case-store.ts';
import { deleteRequest } from '#brokerage/track-deletion.ts';
import { downloadRequest } from '#brokerage/download-request.ts';
import { logCall } from '#casework/file/log-call.ts';
import { viewCase } from '#casework/file/view-case.ts';
import { writeNote } from '#casework/file/write-note.ts';
import { askErasure } from '#casework/records/ask-erasure.ts';
import { complaintDue, daysLeft } from '#casework/records/complaint.ts';
import { complaintPage } from '#casework/records/complaint-page.ts';
import { complaintsPage } from '#casework/records/complaints-page.ts';
import { decideErasure } from '#casework/records/decide-erasure.ts';
import { exportCase } from '#casework/records/export-case.ts';
import { exportPage } from '#casework/records/export-page.ts';
import { recordComplaint } from '#casework/records/record-complaint.ts';
import { recordsPage } from '#casework/records/records-page.ts';
import { setHold } from '#casework/records/set-hold.ts';
import { settleComplaint } from '#casework/records/settle-complaint.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { staffRoles, type Actor, type Ctx } from '#platform/context.ts';
import type { Result } from '#platform/result.ts';
import { askPlace, claimed, sendSampleRequest, valueOf } from '../../support/request.ts';
import { everyRow, rowsIn } from '../../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../../support/test-app.ts';
import { get, href, post } from '../file/posts.ts';

const mina: Actor = { kind: 'staff', id: 'mina', name: 'Mina', role: 'manager' };
const noor: Actor = { kind: 'staff', id: 'noor', name: 'Noor', role: 'manager' };
const actions = (app: TestApp) => rowsIn(app.db, 'audit_entry').map(({ action }) => action);

function start() {
  const app = openTestApp();
  const sent = claimed(app, sendSampleRequest(app));
  return { app, sent, reference: sent.reference };
}

const at = (sent: { reference: string; now: () => { version: number } }) => ({
  reference: sent.reference,
  version: sent.now().version,
});

describe('each use is for whom it says, and writes nothing for anybody else', () => {
  const workers = ['broker', 'inclusion', 'manager'];
  const order = { version: 2, reason: 'court', format: 'data', leftOut: new Map() } as const;
  const told = { kind: 'service', text: 'x', day: '2026-11-20' } as const;
  const uses: Readonly<
    Record<string, readonly [readonly string[], (ctx: Ctx, reference: string) => Result<unknown>]>
  > = {
    'give all out': [workers, (ctx, reference) => exportCase(ctx, reference, order)],
    'ask for an erasure': [workers, (ctx, reference) => askErasure(ctx, reference, 'x')],
    'record a complaint': [workers, (ctx, reference) => recordComplaint(ctx, reference, told)],
    'see the complaints': [workers, (ctx) => complaintsPage(ctx, href)],
    'hold a case': [
      ['manager'],
      (ctx, reference) => setHold(ctx, { reference, version: 2 }, { hold: true, reason: 'x' }),
    ],
    'see the record': [['manager'], (ctx) => recordsPage(ctx, href, new URLSearchParams())],
  };

  test.each(Object.entries(uses))('to %s', (_name, [may, use]) => {
    const { app, sent, reference } = start();
    const others: readonly Actor[] = [
      ...[{ kind: 'public' as const }, { kind: 'system' as const }, sent.family.actor],
      ...staffRoles
        .filter((role) => !may.includes(role))
        .map((role) => ({ kind: 'staff' as const, id: role, name: role, role })),
    ];
    const before = everyRow(app.db);
    for (const actor of others)
      expect([actor, use(app.as(actor), reference)]).toEqual([
        actor,
        { ok: false, problem: 'not-allowed' },
      ]);
    expect(everyRow(app.db)).toEqual(before);
    expect(sent.now().version).toBe(2);
    for (const name of staffRoles.filter((role) => may.includes(role))) {
      const other = start();
      const actor: Actor = { kind: 'staff', id: name, name, role: name };
      expect([name, use(other.app.as(actor), other.reference).ok]).toEqual([name, true]);
    }
  });
});

describe('all that is held', () => {
  function written() {
    const made = start();
    const { app, sent, reference } = made;
    valueOf(writeNote(app.as(asha), reference, { text: 'The neighbour said', once: 'a' }));
    const call = { direction: 'out', result: 'reached', interpreter: true } as const;
    valueOf(logCall(app.as(asha), at(sent), { ...call, note: 'Likes <mornings>', once: 'b' }));
    askPlace(app, sent, 'acorn', 'Between us');
    return made;
  }

  test('has what the family has, and what staff wrote besides; what is left out says so', () => {
    const { app, sent, reference } = written();
    const { version } = at(sent);
    const order = { version, reason: 'family-asked', format: 'data' } as const;
    const leftOut = new Map([['note-0', 'third-party' as const]]);
    const text = valueOf(exportCase(app.as(asha), reference, { ...order, leftOut }));
    const held: unknown = JSON.parse(text);
    expect(held).toMatchObject(
      JSON.parse(JSON.stringify(valueOf(downloadRequest(sent.family)))) as object,
    );
    for (const said of ['Likes <mornings>', 'Between us', 'She laughs at buses'])
      expect(text).toContain(said);
    expect(text).not.toContain('The neighbour said');
    expect(held).toMatchObject({ written: [{ kind: 'note', text: null, leftOut: 'third-party' }, {}, {}] }); // prettier-ignore
    const record = rowsIn(app.db, 'audit_entry').find(({ action }) => action === 'case-exported');
    expect(record).toMatchObject({ actor: 'staff:asha', reason: 'family-asked third-party' });
  });

  test('is a page in the family’s language too, in which nothing typed is markup', async () => {
    const { app, sent, reference } = written();
    const page = async (typed: Record<string, string>) =>
      valueOf(await exportPage(app.as(asha), reference, post(typed)));
    const { version } = at(sent);
    const wrong = await page({ version: String(version), format: 'page', 'leave-call-1': 'harm' });
    expect(wrong.form.status).toBe(422);
    expect(wrong.items[1]).toMatchObject({ text: 'Likes <mornings>', chosen: 'harm' });
    const good = await page({
      ...{ version: String(version), format: 'page', reason: 'court' },
      'leave-note-0': 'legal-advice',
    });
    expect(good.file?.name).toBe(`${reference}.html`);
    expect(good.file?.body).toContain('Likes &lt;mornings&gt;');
    expect(good.file?.body).not.toContain('The neighbour said');
    expect(good.file?.body).toContain('it is legal advice');
  });

  test('is looked through again when something came meanwhile', async () => {
    const { app, sent, reference } = written();
    const typed = { format: 'data', reason: 'court', version: String(sent.now().version - 1) };
    const page = valueOf(await exportPage(app.as(asha), reference, post(typed)));
    expect([page.form.stale, page.file]).toEqual([true, null]);
  });
});

describe('an erasure', () => {
  test('takes two: who asked cannot decide, nor can who is no manager', () => {
    const { app, sent, reference } = start();
    expect(decideErasure(app.as(mina), reference, 'erase')).toMatchObject({ ok: false });
    valueOf(askErasure(app.as(mina), reference, 'Qzreason'));
    expect(JSON.stringify(everyRow(app.db))).not.toContain('Qzreason');
    expect(askErasure(app.as(asha), reference, 'x')).toMatchObject({
      problem: 'not-in-this-state',
    });
    for (const actor of [mina, asha])
      expect(decideErasure(app.as(actor), reference, 'erase').ok).toBe(false);
    expect(sent.now().reference).toBe(reference);
    valueOf(decideErasure(app.as(noor), reference, 'erase'));
    expect(findCase(app.db, app, { id: sent.caseId })).toBeUndefined();
    expect(actions(app).slice(-3)).toEqual(['erasure-approved', 'case-closed', 'case-erased']);
    expect(verifyAudit(app.db, app.keys.audit).ok).toBe(true);
    const record = valueOf(recordsPage(app.as(mina), href, new URLSearchParams({ reference })));
    expect(record.rows.at(-1)).toMatchObject({ action: 'case-erased', reason: 'staff-asked' });
  });

  test('that is refused leaves all as it was, and can be asked for again', () => {
    const { app, sent, reference } = start();
    valueOf(askErasure(app.as(asha), reference, 'x'));
    valueOf(decideErasure(app.as(mina), reference, 'refuse'));
    expect(sent.now().family.contact.name).toBe('Amina');
    expect(askErasure(app.as(asha), reference, 'x').ok).toBe(true);
  });

  test('waits while the case is held, or a complaint about it is not answered', () => {
    const { app, sent, reference } = start();
    valueOf(askErasure(app.as(asha), reference, 'x'));
    valueOf(setHold(app.as(mina), at(sent), { hold: true, reason: 'Qzcourt' }));
    expect(JSON.stringify(everyRow(app.db))).not.toContain('Qzcourt');
    expect(valueOf(viewCase(app.as(asha), reference)).notes[0]?.text).toContain('Qzcourt');
    expect(decideErasure(app.as(mina), reference, 'erase')).toMatchObject({ problem: 'on-hold' });
    valueOf(setHold(app.as(mina), at(sent), { hold: false, reason: 'over' }));
    const day = '2026-11-23';
    valueOf(recordComplaint(app.as(asha), reference, { kind: 'service', text: 'x', day }));
    expect(decideErasure(app.as(mina), reference, 'erase')).toMatchObject({ problem: 'on-hold' });
    expect(deleteRequest(sent.family), 'not by the family either').toMatchObject({
      problem: 'on-hold',
    });
    const id = String(rowsIn(app.db, 'complaint')[0]?.['id']);
    valueOf(settleComplaint(app.as(asha), reference, id, { step: 'answered', text: 'Done' }));
    expect(decideErasure(app.as(mina), reference, 'erase').ok).toBe(true);
  });

  test('a hold that somebody overtook comes back', () => {
    const { app, sent, reference } = start();
    const { version } = at(sent);
    valueOf(setHold(app.as(mina), { reference, version }, { hold: true, reason: 'x' }));
    const again = setHold(app.as(noor), { reference, version }, { hold: false, reason: 'x' });
    expect(again).toEqual({ ok: false, problem: 'stale-version' });
  });
});

describe('a complaint', () => {
  test('is due thirty days after the day it came, over the end of summer time too', () => {
    expect(complaintDue('2026-10-10')).toBe('2026-11-09');
    expect(complaintDue('2027-01-31')).toBe('2027-03-02');
    expect(daysLeft('2026-11-09', '2026-10-10')).toBe(30);
    expect(daysLeft('2026-11-09', '2026-11-10')).toBe(-1);
  });

  test('is sealed, on the timeline of staff, overdue from its 31st day, and off the list when answered', async () => {
    const { app, reference } = start();
    const page = (typed: Record<string, string>) =>
      complaintPage(app.as(asha), reference, post(typed));
    const day = { 'day-day': '20', 'day-month': '11', 'day-year': '2026' };
    expect(valueOf(await page({ ...day, kind: 'service', text: '' })).form.status).toBe(422);
    valueOf(await page({ ...day, kind: 'data-protection', text: 'Qzangry' }));
    expect(JSON.stringify(everyRow(app.db))).not.toContain('Qzangry');
    const list = () => valueOf(complaintsPage(app.as(asha), href));
    expect(list()[0]).toMatchObject({ reference, isLate: false, clock: '27 days left to answer' });
    const events = valueOf(viewCase(app.as(asha), reference)).events.map(({ kind }) => kind);
    expect(events).toContain('complaint-received');
    const [one] = valueOf(await complaintPage(app.as(asha), reference, get())).complaints;
    valueOf(await page({ acknowledge: one?.id ?? '' }));
    app.setTime('2026-12-21T10:00:00Z');
    expect(list()[0]).toMatchObject({ isLate: true, clock: '1 day late' });
    expect(list()[0]?.acknowledged).toContain('23 November');
    const blank = valueOf(await page({ answer: one?.id ?? '', text: ' ' }));
    expect(blank).toMatchObject({ answering: one?.id, form: { status: 422 } });
    valueOf(await page({ answer: one?.id ?? '', text: 'We put it right' }));
    expect(list()).toEqual([]);
    expect(await page({ answer: one?.id ?? '', text: 'Again' })).toMatchObject({
      problem: 'not-in-this-state',
    });
  });

  test('of another case cannot be answered through this one', () => {
    const { app, reference } = start();
    const other = sendSampleRequest(app);
    const told = { kind: 'service', text: 'x', day: '2026-11-20' } as const;
    valueOf(recordComplaint(app.as(asha), other.reference, told));
    const id = String(rowsIn(app.db, 'complaint')[0]?.['id']);
    const answered = settleComplaint(app.as(asha), reference, id, { step: 'acknowledged' });
    expect(answered).toEqual({ ok: false, problem: 'not-in-this-state' });
  });
});

test('the record of a case tells who read and changed it, and that somebody looked', () => {
  const { app, reference } = start();
  valueOf(viewCase(app.as(asha), reference));
  const look = () =>
    valueOf(recordsPage(app.as(mina), href, new URLSearchParams({ reference: reference.slice(4).toLowerCase() }))); // prettier-ignore
  const { rows } = look();
  expect(rows.map(({ action }) => action)).toContain('case-read');
  expect(rows.find(({ action }) => action === 'case-read')?.fields).toContain('contact');
  expect(look().rows.at(-1)).toMatchObject({ action: 'record-read', role: 'manager' });
  const nothing = recordsPage(app.as(mina), href, new URLSearchParams({ reference: 'FIS-0000-0000' })); // prettier-ignore
  expect(valueOf(nothing).isUnknown).toBe(true);
});
