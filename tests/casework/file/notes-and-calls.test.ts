import { describe, expect, test } from 'vitest';
import { downloadRequest } from '#brokerage/download-request.ts';
import { trackRequest } from '#brokerage/track-request.ts';
import { callPage } from '#casework/file/call-page.ts';
import { casePage } from '#casework/file/case-page.ts';
import { caseView } from '#casework/file/case.view.ts';
import { logCall } from '#casework/file/log-call.ts';
import { notePage } from '#casework/file/note-page.ts';
import { isSafeTime, mustReadFirst } from '#casework/file/safe-contact.ts';
import { viewCase } from '#casework/file/view-case.ts';
import { writeNote } from '#casework/file/write-note.ts';
import { familyWith } from '../../support/family.ts';
import { claimed, closeAs, sendSampleRequest, valueOf } from '../../support/request.ts';
import { everyRow, gained, rowsIn } from '../../support/rows.ts';
import { asha, ben, openTestApp, type TestApp } from '../../support/test-app.ts';
import { get, href, post } from './posts.ts';

const called = (sent: { now: () => { version: number }; reference: string }) => ({
  reference: sent.reference,
  version: sent.now().version,
});
const missed = { direction: 'out', result: 'no-answer', interpreter: false, note: '' } as const;
const reached = { ...missed, result: 'reached', note: 'Likes mornings' } as const;
const fileOf = (app: TestApp, reference: string) =>
  caseView(app.as(asha), href, valueOf(viewCase(app.as(asha), reference)));

describe('a note', () => {
  test('is for staff: sealed, once for one form, and nothing of it goes to the family or out', () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    const note = { text: 'Qzsecret worry', once: 'f1' };
    const write = () => valueOf(writeNote(app.as(asha), sent.reference, note));
    const tables = ['case_note', 'case_message', 'outbox_message', 'timeline_event'];
    expect(gained(app.db, tables, write)).toEqual({
      ...{ case_note: 1, case_message: 0, outbox_message: 0, timeline_event: 0 },
    });
    write();
    expect(fileOf(app, sent.reference).notes.map(({ text }) => text)).toEqual([note.text]);
    expect(JSON.stringify(everyRow(app.db))).not.toContain('Qzsecret');
    expect(JSON.stringify(valueOf(downloadRequest(sent.family)))).not.toContain('Qzsecret');
    const { key: _key, ...subject } = valueOf(trackRequest(sent.family)).subject;
    expect(JSON.stringify(subject)).not.toContain('Qzsecret');
  });

  test('typed empty comes back, and is kept on a closed request too', async () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    closeAs(app, sent, 'found-own');
    const page = (text: string) =>
      notePage(app.as(asha), sent.reference, post({ text, once: 'f' }));
    expect(valueOf(await page(' ')).form).toMatchObject({ status: 422, done: false, once: 'f' });
    expect(valueOf(await page('She phoned to say thanks')).form.done).toBe(true);
  });
});

describe('a call', () => {
  test('that reaches the family stops the first clock and moves the next action on', () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    app.setTime('2026-11-24T10:00:00Z');
    const at = called(sent);
    valueOf(logCall(app.as(asha), at, { ...reached, once: '1' }));
    expect(sent.now()).toMatchObject({
      contactedAt: '2026-11-24T10:00:00.000Z',
      nextAction: 'find-places',
      nextActionDue: sent.now().optionsDue,
    });
    const stale = logCall(app.as(ben), at, { ...missed, once: '2' });
    expect(stale).toEqual({ ok: false, problem: 'stale-version' });
    expect(rowsIn(app.db, 'timeline_event').at(-1)).toMatchObject({ kind: 'call-logged' });
    expect(JSON.stringify(everyRow(app.db))).not.toContain('Likes mornings');
  });

  test('three times without an answer offers to call contact lost; one that reaches takes that back', () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    const lost = () => fileOf(app, sent.reference).calls.lost;
    for (const once of ['1', '2', '3']) {
      expect(lost()).toBeNull();
      valueOf(logCall(app.as(asha), called(sent), { ...missed, once }));
    }
    expect(sent.now()).toMatchObject({ contactedAt: null, nextAction: 'find-places' });
    expect(lost()?.href).toBe(`/staff/case/${sent.reference}/close?outcome=lost-contact`);
    app.setTime('2026-11-23T11:00:00Z');
    valueOf(logCall(app.as(asha), called(sent), { ...reached, once: '4' }));
    expect(lost()).toBeNull();
  });

  test('typed while a colleague worked comes back with what was typed and what is new', async () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    const old = String(sent.now().version);
    valueOf(logCall(app.as(ben), called(sent), { ...missed, once: '1' }));
    const typed = { version: old, once: '2', direction: 'out', result: 'reached', note: 'Long' };
    const log = (version: string) =>
      callPage(app.as(asha), href, sent.reference, post({ ...typed, version }));
    const back = valueOf(await log(old));
    expect(back.form).toMatchObject({ stale: true, status: 409, typed: { note: ['Long'] } });
    expect(back.news[0]).toMatchObject({ text: 'Ben logged a call', detail: 'No answer' });
    expect(valueOf(await log(String(back.form.version))).form.done).toBe(true);
  });
});

describe('the rules for calling', () => {
  const reach = { times: ['morning' as const], voicemail: 'yes' as const, help: [], note: '' };
  const byPhone = familyWith({
    reach,
    contact: { name: 'A', channel: 'phone', email: '', phone: '0161 496 0456', speaks: 'ur' },
  });

  test.each([
    ['2026-11-23T08:30:00Z', true],
    ['2026-11-23T12:00:00Z', false],
    ['2026-11-28T09:00:00Z', false],
    ['2026-07-01T07:30:00Z', true],
  ])('a family that may be phoned on weekday mornings, at %s: %s', (at, isSafe) => {
    expect(isSafeTime(byPhone, new Date(at))).toBe(isSafe);
    expect(mustReadFirst(byPhone, new Date(at))).toBe(!isSafe);
  });

  test('are read first where no message may be left, or nobody said that it may', () => {
    const morning = new Date('2026-11-23T09:00:00Z');
    for (const voicemail of ['no', 'not-sure'] as const)
      expect(mustReadFirst({ ...byPhone, reach: { ...reach, voicemail } }, morning)).toBe(true);
  });

  test('keep the number off the page, and off the step before it, until they are read', async () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    const { family } = sent.now();
    const page = valueOf(await casePage(app.as(asha), href, sent.reference, get())).view;
    expect(family.contact.phone).not.toBe('');
    expect(JSON.stringify(page)).not.toContain(family.contact.phone);
    const step = async (search: string) =>
      valueOf(await callPage(app.as(asha), href, sent.reference, get(search))).reach;
    expect(JSON.stringify(await step(''))).not.toContain(family.contact.phone);
    expect(await step('?read=yes')).toMatchObject({ phone: family.contact.phone });
  });
});
