import { describe, expect, test } from 'vitest';
import { addContact } from '#casework/file/add-contact.ts';
import { casePage } from '#casework/file/case-page.ts';
import { caseView } from '#casework/file/case.view.ts';
import { planNext } from '#casework/file/plan-next.ts';
import { referPage } from '#casework/file/refer-page.ts';
import { referralPage } from '#casework/file/referral-page.ts';
import { summaryPage } from '#casework/file/summary-page.ts';
import { taskPage } from '#casework/file/task-page.ts';
import { viewCase } from '#casework/file/view-case.ts';
import { writeNote } from '#casework/file/write-note.ts';
import { trackRequest } from '#brokerage/track-request.ts';
import type { Actor } from '#platform/context.ts';
import { claimed, closeAs, sendSampleRequest, valueOf } from '../../support/request.ts';
import { everyRow, gained, rowsIn } from '../../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../../support/test-app.ts';
import { href, post } from './posts.ts';

const opened = () => {
  const app = openTestApp();
  return { app, sent: claimed(app, sendSampleRequest(app)) };
};
const fileOf = (app: TestApp, reference: string) =>
  caseView(app.as(asha), href, valueOf(viewCase(app.as(asha), reference)));
const professional = {
  role: 'therapist',
  name: 'Dr Qzames',
  team: 'Hospital',
  reach: '0161 496 0999',
  note: '',
} as const;

test('one professional leads, sealed; a new lead takes over, and can be taken off', async () => {
  const { app, sent } = opened();
  const add = (name: string, once: string) =>
    valueOf(
      addContact(app.as(asha), sent.reference, { ...professional, name, isLead: true, once }),
    );
  for (const [name, once] of [
    ['Dr Qzames', '1'],
    ['Dr Qzames', '1'],
    ['Ms Qzoor', '2'],
  ] as const)
    add(name, once);
  const people = () => fileOf(app, sent.reference).people;
  expect(people().map(({ name, isLead }) => [name, isLead])).toEqual([
    ['Ms Qzoor', true],
    ['Dr Qzames', false],
  ]);
  expect(JSON.stringify(everyRow(app.db))).not.toMatch(/Qzames|Qzoor/);
  const contact = people()[0]?.id ?? '';
  const remove = post({ do: 'remove-contact', contact });
  valueOf(await casePage(app.as(asha), href, sent.reference, remove));
  expect(people().map(({ name }) => name)).toEqual(['Dr Qzames']);
});

test('a task is added for a day, done once, and gone from what is open', async () => {
  const { app, sent } = opened();
  const day = { 'day-day': '27', 'day-month': '11', 'day-year': '2026' };
  const add = (typed: Readonly<Record<string, string>>) =>
    taskPage(app.as(asha), sent.reference, post({ text: 'Ring the school', once: 'f', ...typed }));
  expect(valueOf(await add({ ...day, 'day-day': '31' })).form.status).toBe(422);
  for (let time = 0; time < 2; time += 1) expect(valueOf(await add(day)).form.done).toBe(true);
  const open = () => fileOf(app, sent.reference).tasks.open;
  expect(open()).toMatchObject([{ text: 'Ring the school' }]);
  const done = { do: 'finish-task', task: open()[0]?.id ?? '' };
  const finish = () => casePage(app.as(asha), href, sent.reference, post(done));
  valueOf(await finish());
  expect(open()).toEqual([]);
  expect(await finish()).toMatchObject({ problem: 'not-found' });
});

test('the next action is planned with its day, and never on a closed request', () => {
  const { app, sent } = opened();
  const plan = { nextAction: 'wait-for-family', nextActionDue: '2026-12-01' } as const;
  const at = () => ({ reference: sent.reference, version: sent.now().version });
  const old = at();
  valueOf(planNext(app.as(asha), old, plan));
  expect(sent.now()).toMatchObject({ status: 'waiting-family', ...plan });
  expect(sent.now().waitingSince).not.toBeNull();
  expect(planNext(app.as(asha), old, plan)).toMatchObject({ problem: 'stale-version' });
  closeAs(app, sent, 'found-own');
  expect(planNext(app.as(asha), at(), plan)).toMatchObject({ problem: 'not-in-this-state' });
});

describe('passing on', () => {
  const typed = {
    ...{ kind: 'service', to: 'Portage', purpose: 'Play at home', groups: ['needs', 'children'] },
    ...{ givenBy: 'The mother', how: 'by-phone' },
    ...{ 'day-day': '20', 'day-month': '11', 'day-year': '2026' },
  };

  test('previews exactly what would leave, writes nothing, and then records that and no more', async () => {
    const { app, sent } = opened();
    const send = (more: Readonly<Record<string, string | readonly string[]>>) =>
      referPage(app.as(asha), href, sent.reference, post({ ...typed, ...more }));
    const version = String(sent.now().version);
    const preview = valueOf(await send({ version, do: 'preview' }));
    const shown = JSON.stringify(preview.preview);
    expect(shown).toContain('She laughs at buses');
    expect(shown).not.toMatch(/Amina|0161|M33|nurseries/);
    expect(rowsIn(app.db, 'case_referral')).toEqual([]);
    const mails = rowsIn(app.db, 'outbox_message').length;
    const { doneHref } = valueOf(await send({ version, do: 'record' }));
    expect(rowsIn(app.db, 'case_referral')).toHaveLength(1);
    expect(rowsIn(app.db, 'outbox_message')).toHaveLength(mails);
    const id = doneHref?.split('/').at(-1) ?? '';
    const sheet = valueOf(referralPage(app.as(asha), sent.reference, id));
    expect(sheet.parts).toEqual(preview.preview);
    expect(sheet.agreed).toBe('By phone: The mother agreed on 20 November 2026');
    expect(JSON.stringify(everyRow(app.db))).not.toMatch(/Portage|buses/);
    expect(valueOf(trackRequest(sent.family)).events.at(-1)?.kind).toBe('referred');
    const again = valueOf(await send({ version, do: 'record' }));
    expect(again.form).toMatchObject({ stale: true, typed: { to: ['Portage'] } });
  });

  test('needs an agreement that has been given, and a whole form', async () => {
    const { app, sent } = opened();
    const version = String(sent.now().version);
    const send = async (more: Readonly<Record<string, string | readonly string[]>>) =>
      valueOf(
        await referPage(
          app.as(asha),
          href,
          sent.reference,
          post({ ...typed, version, do: 'record', ...more }),
        ),
      ).form.problems;
    expect((await send({ 'day-day': '24' })).of('day')?.text).toContain('today or before');
    expect((await send({ groups: [] })).of('groups')).toBeDefined();
    expect((await send({ givenBy: '' })).of('givenBy')).toBeDefined();
    expect(rowsIn(app.db, 'case_referral')).toEqual([]);
  });

  test('to another council closes the request here, told to the family once', async () => {
    const { app, sent } = opened();
    const form = { ...typed, kind: 'authority', to: 'Salford', do: 'record' };
    const version = String(sent.now().version);
    const refer = () => referPage(app.as(asha), href, sent.reference, post({ ...form, version }));
    const before = rowsIn(app.db, 'demand').length;
    valueOf(await refer());
    expect(sent.now()).toMatchObject({ status: 'closed', outcome: 'other-authority' });
    expect(rowsIn(app.db, 'demand')).toHaveLength(before + 1);
    expect(await refer()).toMatchObject({ problem: 'not-in-this-state' });
  });
});

test('the page the family owns is in its language, without notes, phone or what staff think', () => {
  const app = openTestApp();
  const sent = claimed(app, sendSampleRequest(app, {}, 'ur'));
  valueOf(writeNote(app.as(asha), sent.reference, { text: 'Qznote', once: '1' }));
  const { summary, tongues } = valueOf(summaryPage(app.as(asha), sent.reference, null));
  expect(summary).toMatchObject({ lang: 'ur', dir: 'rtl' });
  expect(JSON.stringify(summary)).toContain('She laughs at buses');
  expect(JSON.stringify(summary)).not.toMatch(/Qznote|0161 496 0456/);
  expect(tongues.map(({ code }) => code)).toEqual(['ur', 'en']);
  expect(valueOf(summaryPage(app.as(asha), sent.reference, 'en')).summary.lang).toBe('en');
  const looker: Actor = { kind: 'staff', id: 'l', name: 'Lena', role: 'read-only' };
  expect(summaryPage(app.as(looker), sent.reference, null)).toMatchObject({ ok: false });
});

test('what only adds gains one row of its own kind and one of the record', () => {
  const { app, sent } = opened();
  const { reference } = sent;
  const one = { ...professional, isLead: false, once: '1' };
  const count = (work: () => void) => gained(app.db, ['case_contact', 'audit_entry'], work);
  const add = () => valueOf(addContact(app.as(asha), reference, one));
  expect(count(add)).toEqual({ case_contact: 1, audit_entry: 1 });
});
