import { describe, expect, test } from 'vitest';
import { casePage } from '#casework/file/case-page.ts';
import { claimCase } from '#casework/queue/claim-case.ts';
import { handOver } from '#casework/queue/hand-over.ts';
import { queuePage } from '#casework/queue/queue-page.ts';
import { settleMessages } from '#casework/file/settle-messages.ts';
import { writeMessage } from '#casework/file/write-message.ts';
import { declineOffer } from '#brokerage/decline-offer.ts';
import { withdrawRequest } from '#brokerage/withdraw-request.ts';
import { writeToStaff } from '#brokerage/write-to-staff.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';

import { closePage } from '#casework/closing/close-page.ts';
import { recordOutcome } from '#casework/closing/record-outcome.ts';
import { viewCase } from '#casework/file/view-case.ts';
import { addressOf } from '#platform/http/addresses.ts';
import {
  askPlace,
  claimed,
  closeAs,
  no,
  offerFrom,
  sendSampleRequest,
  valueOf,
  yes,
} from '../support/request.ts';
import { addColleagues } from './colleagues.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { asha, ben, openTestApp, type TestApp } from '../support/test-app.ts';

const href = (path: string) => addressOf('en', path);
const post = (typed: Readonly<Record<string, string>>) =>
  new Request('http://localhost/x', { method: 'POST', body: new URLSearchParams(typed) });
const unchanged = (app: TestApp, work: () => unknown) => {
  const before = everyRow(app.db);
  const result = work();
  expect(everyRow(app.db)).toEqual(before);
  return result;
};

describe('claiming', () => {
  test('is for one: the first has it, again changes nothing, the second is told', () => {
    const app = openTestApp();
    const { reference, now } = sendSampleRequest(app);
    valueOf(claimCase(app.as(asha), reference));
    expect(now()).toMatchObject({
      ownerId: 'asha',
      status: 'in-progress',
      nextAction: 'find-places',
      nextActionDue: '2026-11-25',
    });
    expect(unchanged(app, () => claimCase(app.as(asha), reference))).toMatchObject({ ok: true });
    expect(unchanged(app, () => claimCase(app.as(ben), reference))).toMatchObject({
      problem: 'already-claimed',
    });
    expect(claimCase(app.as(ben), 'FIS-0000-0000')).toMatchObject({ problem: 'not-found' });
  });

  test('by its button leads to the case; an unknown button does nothing', async () => {
    const app = openTestApp();
    const { reference, now } = sendSampleRequest(app);
    const press = (typed: Readonly<Record<string, string>>) =>
      casePage(app.as(asha), href, reference, post(typed));
    expect(await press({ do: 'delete' })).toMatchObject({ problem: 'not-found' });
    expect(now().ownerId).toBeNull();
    expect(valueOf(await press({ do: 'claim' })).redirect).toBe(`/staff/case/${reference}`);
    expect(await press({ do: 'offer', version: '2' })).toMatchObject({ problem: 'not-found' });
  });
});

test('who comes second reads who has it and since when, on the page of the queue', async () => {
  const app = openTestApp();
  addColleagues(app);
  const { reference } = sendSampleRequest(app);
  app.setTime('2026-11-23T10:42:00Z');
  valueOf(claimCase(app.as(asha), reference));
  app.setTime('2026-11-23T10:43:00Z');
  const press = () => queuePage(app.as(ben), href, post({ claim: reference })).then(valueOf);
  expect(await press()).toMatchObject({
    ...{ redirect: null, status: 409 },
    view: { taken: `Asha has had ${reference} since 10:42am.` },
  });
  app.setTime('2026-11-24T10:43:00Z');
  expect((await press()).view?.taken).toContain('23 November');
});

test('no case is open without a next step and its day, whatever anybody does', () => {
  const app = openTestApp();
  addColleagues(app);
  const sent = sendSampleRequest(app);
  const { reference, family } = sent;
  const at = () => ({ reference, version: sent.now().version });
  const enquiry = (id: string) => askPlace(app, sent, id);
  const steps: readonly (() => unknown)[] = [
    () => claimCase(app.as(asha), reference),
    () => handOver(app.as(asha), { ...at(), to: null, note: '' }),
    () => claimCase(app.as(asha), reference),
    () => valueOf(answerEnquiry(enquiry('acorn').provider, yes)),
    () => valueOf(declineOffer(family, offerFrom(app, sent, { id: 'beech' }), 'Too far')),
    () => valueOf(writeToStaff(family, { text: 'Any news?', once: '1' })),
    () => valueOf(settleMessages(app.as(asha), at())),
    () => valueOf(answerEnquiry(enquiry('cedar').provider, no)),
    () => valueOf(handOver(app.as(asha), { ...at(), to: 'ben', note: '' })),
    () => valueOf(writeMessage(app.as(ben), reference, { text: 'We look on', once: '2' })),
    () => closeAs(app, sent, 'found-own'),
    () => valueOf(writeToStaff(family, { text: 'It fell through', once: '3' })),
    () => valueOf(withdrawRequest(family)),
  ];
  for (const [index, step] of steps.entries()) {
    step();
    const { status, nextAction, nextActionDue } = sent.now();
    const isClosed = status === 'closed';
    expect([nextAction === null, nextActionDue === null], `step ${index}`).toEqual([
      isClosed,
      isClosed,
    ]);
  }
  expect(sent.now().status).toBe('closed');
});

describe('closing', () => {
  test('with an old version closes nothing and keeps what was typed', async () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    const close = (typed: Readonly<Record<string, string>>) =>
      closePage(app.as(asha), sent.reference, post(typed)).then(valueOf);
    const old = await close({ version: '1', outcome: 'unmet', note: 'Nobody had a hoist' });
    expect(old).toMatchObject({ done: false, stale: true, version: 2 });
    expect(old.typed['note']).toEqual(['Nobody had a hoist']);
    const blank = await close({ version: '2', outcome: '', note: 'x'.repeat(2001) });
    expect(blank.problems.summary.map(({ href: at }) => at)).toEqual(['#outcome', '#note']);
    expect(sent.now().status).toBe('in-progress');
    const why = 'The family lives elsewhere now';
    expect(await close({ version: '2', outcome: 'unmet', why })).toMatchObject({ done: true });
    expect(sent.now()).toMatchObject({ status: 'closed', outcome: 'unmet', version: 3 });
  });

  test('a closed case stays closed, as it was', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    closeAs(app, sent, 'unmet');
    const { reference } = sent;
    const again = () =>
      recordOutcome(app.as(asha), {
        reference,
        version: sent.now().version,
        outcome: 'found-own',
        note: '',
      });
    expect(unchanged(app, again)).toMatchObject({ problem: 'not-in-this-state' });
    expect(valueOf(viewCase(app.as(asha), reference)).asking.matches).toEqual([]);
  });
});

test('every reading of a case is on the record, with the name of no family', () => {
  const app = openTestApp();
  const { reference, caseId } = sendSampleRequest(app);
  valueOf(viewCase(app.as(asha), reference));
  expect(rowsIn(app.db, 'audit_entry').at(-1)).toMatchObject({
    actor: 'staff:asha',
    role: 'broker',
    action: 'case-read',
    object: `case:${caseId}`,
  });
});
