import { expect, test } from 'vitest';
import { withdrawRequest } from '#brokerage/withdraw-request.ts';
import { listEnquiries } from '#casework/asking/enquiry-store.ts';
import { recordAnswer } from '#casework/asking/record-answer.ts';
import { noFacts } from '#casework/asking/learned-facts.ts';
import { remindProviders } from '#casework/asking/remind-providers.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import { askPlace, no, sendSampleRequest, valueOf } from '../support/request.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

const nothing = { reminded: 0, calls: 0 };
const run = (app: TestApp, at: string) => {
  app.setTime(at);
  return remindProviders(app);
};
const openTasks = (app: TestApp) =>
  rowsIn(app.db, 'case_task').filter(({ done_at: done }) => done === null);

test('a silent provider is reminded after its day, once, and phoned the working day after', () => {
  const app = openTestApp();
  const sent = sendSampleRequest(app);
  const { enquiryId } = askPlace(app, sent);
  const { provider } = askPlace(app, sent, 'beech');
  valueOf(answerEnquiry(provider, no));
  expect(run(app, '2026-11-25T16:00:00Z'), 'its day is not over').toEqual(nothing);
  expect(run(app, '2026-11-26T06:00:00Z'), 'nobody is written to at night').toEqual(nothing);
  expect(run(app, '2026-11-26T09:00:00Z')).toEqual({ reminded: 1, calls: 0 });
  const rows = everyRow(app.db);
  expect(run(app, '2026-11-26T16:00:00Z'), 'running again does nothing').toEqual(nothing);
  expect(everyRow(app.db)).toEqual(rows);
  const mails = rowsIn(app.db, 'outbox_message').filter(({ kind }) => kind === 'provider-reminder');
  expect(mails).toMatchObject([{ subject_id: enquiryId }]);
  expect(rowsIn(app.db, 'timeline_event').at(-1)).toMatchObject({ kind: 'provider-reminded' });
  expect(run(app, '2026-11-27T09:00:00Z')).toEqual({ reminded: 0, calls: 1 });
  expect(run(app, '2026-11-30T09:00:00Z')).toEqual(nothing);
  expect(openTasks(app)).toMatchObject([{ kind: 'call-provider', subject: enquiryId }]);
  expect(verifyAudit(app.db, app.keys.audit)).toMatchObject({ ok: true });
});

test('nobody is reminded on a day off, or about a request that is closed', () => {
  const app = openTestApp();
  const sent = sendSampleRequest(app);
  askPlace(app, sent);
  expect(run(app, '2026-11-28T10:00:00Z'), 'a Saturday').toEqual(nothing);
  expect(run(app, '2026-12-25T10:00:00Z'), 'Christmas').toEqual(nothing);
  valueOf(withdrawRequest(sent.family));
  expect(run(app, '2026-11-30T10:00:00Z')).toEqual(nothing);
});

test('what the broker hears on the phone is an answer like any other, and ends the call', () => {
  const app = openTestApp();
  const sent = sendSampleRequest(app);
  const { enquiryId } = askPlace(app, sent);
  run(app, '2026-11-26T09:00:00Z');
  run(app, '2026-11-27T09:00:00Z');
  const at = { reference: sent.reference, version: sent.now().version, enquiryId };
  const heard = {
    answer: { answer: 'no', reason: 'discouraged', note: '' },
    facts: noFacts,
  } as const;
  const stale = recordAnswer(app.as(asha), { ...at, version: 1 }, heard);
  expect(stale).toMatchObject({ problem: 'stale-version' });
  valueOf(recordAnswer(app.as(asha), at, heard));
  expect(listEnquiries(app.db, sent.now())).toMatchObject([
    { answer: { reason: 'discouraged', source: 'phone-call' } },
  ]);
  expect(openTasks(app), 'the call is done, a second person looks').toMatchObject([
    { kind: 'look-again' },
  ]);
  expect(sent.now()).toMatchObject({ status: 'in-progress', nextAction: 'read-answer' });
});
