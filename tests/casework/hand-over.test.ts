import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { findCase } from '#brokerage/case-store.ts';
import { coverFor } from '#brokerage/cover-store.ts';
import { listEvents } from '#brokerage/timeline-store.ts';
import { writeToStaff } from '#brokerage/write-to-staff.ts';
import { absencePage } from '#casework/queue/absence-page.ts';
import { listNotes } from '#casework/file/note-store.ts';
import { claimCase } from '#casework/queue/claim-case.ts';
import { handOver, handOverAll } from '#casework/queue/hand-over.ts';
import { handOverPage } from '#casework/queue/hand-over-page.ts';
import { endAbsence, setAbsence } from '#casework/queue/set-absence.ts';
import { tidyQueue } from '#casework/queue/tidy-queue.ts';
import { staffAccount } from '#db/schema/accounts.ts';
import { caseNote } from '#db/schema/casework.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { askPlace, claimed, closeAs, sendSampleRequest, valueOf } from '../support/request.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { asha, ben, openTestApp, type TestApp } from '../support/test-app.ts';
import { addColleagues, mia } from './colleagues.ts';

const href = (path: string, query = {}) => addressOf('en', path, query);
const post = (typed: Readonly<Record<string, string>>) =>
  new Request('http://localhost/x', { method: 'POST', body: new URLSearchParams(typed) });

function team(): TestApp {
  const app = openTestApp();
  addColleagues(app);
  return app;
}
const lastEvent = (app: TestApp, id: string) => {
  const subject = findCase(app.db, app, { id });
  return subject && listEvents(app.db, subject).at(-1);
};

describe('handing over', () => {
  test('gives the case, a sealed note and one event to a colleague, and changes nothing else', () => {
    const app = team();
    const { reference, caseId, now } = claimed(app, sendSampleRequest(app));
    const { version, nextAction, nextActionDue, status } = now();
    const given = { reference, version, to: 'ben', note: 'She prefers mornings' };
    valueOf(handOver(app.as(asha), given));
    expect(now()).toMatchObject({ ownerId: 'ben', status, nextAction, nextActionDue });
    expect(lastEvent(app, caseId)).toMatchObject({
      kind: 'handed-over',
      detail: { staffName: 'Asha', providerName: 'Ben' },
    });
    expect(rowsIn(app.db, 'case_note')).toMatchObject([{ staff_id: 'asha', case_id: caseId }]);
    expect(JSON.stringify(rowsIn(app.db, 'case_note'))).not.toContain('mornings');
    expect(listNotes(app.db, now())).toMatchObject([{ text: given.note, by: 'Asha' }]);
    expect(handOver(app.as(asha), given)).toMatchObject({ problem: 'not-allowed' });
    expect(handOver(app.as(ben), given)).toMatchObject({ problem: 'stale-version' });
    expect(verifyAudit(app.db, app.keys.audit)).toMatchObject({ ok: true });
  });

  test('to nobody gives it back to the queue, where it keeps its next step', () => {
    const app = team();
    const { reference, now } = claimed(app, sendSampleRequest(app));
    valueOf(handOver(app.as(asha), { reference, version: now().version, to: null, note: '' }));
    expect(now()).toMatchObject({ ownerId: null, nextAction: 'find-places' });
    valueOf(claimCase(app.as(ben), reference));
    expect(now()).toMatchObject({ ownerId: 'ben', status: 'in-progress' });
  });

  test('to who is gone, may not own cases or does not exist, or once it has closed, is refused', () => {
    const app = team();
    const sent = claimed(app, sendSampleRequest(app));
    const { reference, now } = sent;
    const give = (to: string) =>
      handOver(app.as(asha), { reference, version: now().version, to, note: '' });
    const disabled = { disabledAt: app.clock.now() };
    app.db.update(staffAccount).set(disabled).where(eq(staffAccount.id, 'ben')).run();
    app.db.update(staffAccount).set({ role: 'admin' }).where(eq(staffAccount.id, 'mia')).run();
    for (const to of ['ben', 'mia', 'nobody', '']) {
      expect(give(to), to).toMatchObject({ problem: 'not-found' });
    }
    closeAs(app, sent, 'found-own');
    expect(give('asha')).toMatchObject({ problem: 'not-in-this-state' });
  });

  test('by its form keeps what was typed when the case has changed meanwhile', async () => {
    const app = team();
    const { reference, now } = claimed(app, sendSampleRequest(app));
    const send = (typed: Readonly<Record<string, string>>) =>
      handOverPage(app.as(asha), reference, post(typed)).then(valueOf);
    const old = await send({ version: '1', to: 'ben', note: 'Call before nine' });
    expect(old).toMatchObject({ done: false, stale: true, version: now().version });
    expect(old.typed['note']).toEqual(['Call before nine']);
    expect((await send({ version: '2' })).problems.summary).toHaveLength(1);
    expect(await send({ version: '2', to: 'queue', note: '' })).toMatchObject({ done: true });
    expect(now().ownerId).toBeNull();
  });

  test('of everything at once moves all that is open, for oneself and for managers', () => {
    const app = team();
    const [one, two, over] = Array.from({ length: 3 }, () => claimed(app, sendSampleRequest(app)));
    if (!one || !two || !over) throw new Error('not sent');
    closeAs(app, over, 'found-own');
    const all = { from: 'asha', to: 'ben', note: 'On leave' };
    expect(handOverAll(app.as(ben), all)).toMatchObject({ problem: 'not-allowed' });
    expect(valueOf(handOverAll(app.as(mia), all))).toBe(2);
    expect([one, two, over].map(({ now }) => now().ownerId)).toEqual(['ben', 'ben', 'asha']);
    expect(rowsIn(app.db, 'case_note')).toHaveLength(2);
  });
});

describe('out of office', () => {
  const away = { staffId: 'asha', fromDay: '2026-11-24', toDay: '2026-11-27', coverId: 'ben' };

  test('is one’s own to say, and a manager’s for others', () => {
    const app = team();
    const before = everyRow(app.db);
    expect(setAbsence(app.as(ben), away)).toMatchObject({ problem: 'not-allowed' });
    for (const wrong of [
      { ...away, toDay: '2026-11-23' },
      { ...away, coverId: 'asha' },
      { ...away, coverId: 'nobody' },
    ]) {
      expect(setAbsence(app.as(asha), wrong).ok).toBe(false);
    }
    expect(everyRow(app.db)).toEqual(before);
    valueOf(setAbsence(app.as(mia), away));
    const id = String(rowsIn(app.db, 'staff_absence')[0]?.['id']);
    expect(endAbsence(app.as(ben), id)).toMatchObject({ problem: 'not-allowed' });
    valueOf(endAbsence(app.as(asha), id));
    expect(rowsIn(app.db, 'staff_absence')).toEqual([]);
  });

  test('leads to the cover on its days only, to the cover’s cover, and to the queue when all are away', () => {
    const app = team();
    valueOf(setAbsence(app.as(asha), away));
    const on = (day: string) => coverFor(app.db, 'asha', day);
    expect(['2026-11-23', '2026-11-24', '2026-11-27', '2026-11-28'].map(on)).toEqual([
      ...['asha', 'ben', 'ben', 'asha'],
    ]);
    valueOf(setAbsence(app.as(ben), { ...away, staffId: 'ben', coverId: 'mia' }));
    expect(on('2026-11-24')).toBe('mia');
    valueOf(setAbsence(app.as(mia), { ...away, staffId: 'mia', coverId: 'asha' }));
    expect(on('2026-11-24')).toBeNull();
    expect(coverFor(app.db, null, '2026-11-24')).toBeNull();
  });

  test('what a family writes meanwhile goes to the cover, and nothing else moves', () => {
    const app = team();
    const [writes, waits] = [sendSampleRequest(app), sendSampleRequest(app)];
    askPlace(app, writes, 'acorn');
    askPlace(app, waits, 'beech');
    valueOf(setAbsence(app.as(asha), away));
    app.setTime('2026-11-24T09:00:00Z');
    valueOf(writeToStaff(writes.family, { text: 'We moved', once: 'a' }));
    expect(tidyQueue(app)).toMatchObject({ returned: 0 });
    expect([writes, waits].map(({ now }) => now().ownerId)).toEqual(['ben', 'asha']);
    expect(writes.now().nextAction).toBe('read-message');
    expect(tidyQueue(app)).toEqual({ returned: 0, covered: 0 });
  });

  test('its form says what is wrong with the days, and saves them', async () => {
    const app = team();
    const send = (typed: Readonly<Record<string, string>>) =>
      absencePage(app.as(asha), href, post({ do: 'away', cover: 'ben', ...typed })).then(valueOf);
    const from = { 'from-day': '24', 'from-month': '11', 'from-year': '2026' };
    const to = { 'until-day': '27', 'until-month': '11', 'until-year': '2026' };
    const wrong = (page: Awaited<ReturnType<typeof send>>) =>
      page.view?.problems.summary.map(({ href: at }) => at);
    expect(wrong(await send({}))).toEqual(['#from', '#until']);
    expect(wrong(await send({ ...from, ...to, 'until-day': '23' }))).toEqual(['#until']);
    expect(wrong(await send({ ...from, ...to, cover: 'asha' }))).toEqual(['#cover']);
    expect((await send({ ...from, ...to })).redirect).toBe('/staff/absence?done=saved');
    expect(rowsIn(app.db, 'staff_absence')).toMatchObject([
      { staff_id: 'asha', from_day: '2026-11-24', to_day: '2026-11-27', cover_id: 'ben' },
    ]);
  });
});

describe('a claim on which nobody works', () => {
  test('returns to the queue after its working hours, with the reason on the timeline', () => {
    const app = team();
    const { caseId, now } = claimed(app, sendSampleRequest(app));
    app.setTime('2026-11-24T10:00:00Z');
    expect(tidyQueue(app).returned, 'seven hours on Monday, one on Tuesday').toBe(0);
    app.setTime('2026-11-24T10:01:00Z');
    expect(tidyQueue(app).returned).toBe(1);
    expect(now()).toMatchObject({ ownerId: null, nextAction: 'find-places' });
    expect(lastEvent(app, caseId)).toMatchObject({
      kind: 'handed-over',
      actorKind: 'system',
      detail: { text: 'Nobody had worked on it for 8 working hours.' },
    });
    expect(tidyQueue(app).returned).toBe(0);
  });

  test('stays when a place was asked, or a note was written', () => {
    const app = team();
    const [asked, noted] = [sendSampleRequest(app), claimed(app, sendSampleRequest(app))];
    askPlace(app, asked, 'acorn');
    app.setTime('2026-11-23T11:00:00Z');
    const note = { id: 'note', staffId: 'asha', sealedText: '' };
    const at = app.clock.now().toISOString();
    app.db
      .insert(caseNote)
      .values({ ...note, caseId: noted.caseId, at })
      .run();
    app.setTime('2026-12-07T10:00:00Z');
    expect(tidyQueue(app).returned).toBe(0);
  });
});
