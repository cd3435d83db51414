import { describe, expect, test } from 'vitest';
import { chooseOffer } from '#brokerage/choose-offer.ts';
import { listOffers } from '#brokerage/offer-store.ts';
import { confirmPage } from '#casework/closing/confirm-page.ts';
import { confirmPlace } from '#casework/closing/confirm-place.ts';
import { giveUpPlace } from '#casework/closing/give-up-place.ts';
import { recordFollowUp, type FollowUp } from '#casework/closing/record-follow-up.ts';
import { openTasks } from '#casework/asking/asking-tasks-store.ts';
import { offerPlace } from '#casework/asking/offer-place.ts';
import { settleProposal } from '#casework/asking/settle-proposal.ts';
import type { Actor, Ctx } from '#platform/context.ts';
import type { Result } from '#platform/result.ts';
import { offerFrom, sendSampleRequest, valueOf, type SentRequest } from '../support/request.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

/** A family that has chosen one of two options. */
function chosen() {
  const app = openTestApp();
  const sent = sendSampleRequest(app);
  const offerId = offerFrom(app, sent);
  offerFrom(app, sent, { id: 'beech' });
  valueOf(chooseOffer(sent.family, offerId));
  return { app, sent };
}
const at = ({ reference, now }: SentRequest) => ({ reference, version: now().version });
const confirm = (app: TestApp, sent: SentRequest, startsOn = '', compromise = '') =>
  confirmPlace(app.as(asha), { ...at(sent), startsOn, compromise, note: '' });
const followUps = (app: TestApp, { caseId }: SentRequest) =>
  openTasks(app.db, caseId, ['follow-up']);
const statuses = (app: TestApp, sent: SentRequest) =>
  listOffers(app.db, sent.now()).map(({ status }) => status);

describe('a chosen place', () => {
  test('waits to be confirmed; the other options are taken back', () => {
    const { app, sent } = chosen();
    expect(sent.now()).toMatchObject({
      ...{ status: 'in-progress', nextAction: 'confirm-place', outcome: null },
      nextActionDue: '2026-11-25',
    });
    expect(statuses(app, sent)).toEqual(['chosen', 'withdrawn']);
    expect(rowsIn(app.db, 'demand')).toEqual([]);
  });

  test('that is confirmed with both sides closes the case and plans to ask at 4 and 12 weeks', () => {
    const { app, sent } = chosen();
    expect(confirm(app, { ...sent, now: () => ({ ...sent.now(), version: 1 }) })).toMatchObject({
      problem: 'stale-version',
    });
    valueOf(confirm(app, sent));
    expect(sent.now()).toMatchObject({ status: 'closed', outcome: 'placed-as-wanted' });
    expect(rowsIn(app.db, 'timeline_event').slice(-2)).toMatchObject([
      { kind: 'place-confirmed' },
      { kind: 'closed' },
    ]);
    expect(followUps(app, sent)).toMatchObject([
      { subject: '4', due: '2026-12-21' },
      { subject: '12', due: '2027-02-15' },
    ]);
  });

  test('for later is asked about from the day on which care starts, on working days', () => {
    const { app, sent } = chosen();
    valueOf(confirm(app, sent, '2027-01-09', 'Fewer hours'));
    expect(sent.now().outcome).toBe('placed-with-compromise');
    expect(followUps(app, sent).map(({ due }) => due)).toEqual(['2027-02-08', '2027-04-05']);
  });

  test('is confirmed only by who says that both sides agree', async () => {
    const { app, sent } = chosen();
    const post = (typed: Readonly<Record<string, string>>) =>
      confirmPage(
        app.as(asha),
        sent.reference,
        new Request('http://localhost/x', { method: 'POST', body: new URLSearchParams(typed) }),
      ).then(valueOf);
    const version = String(sent.now().version);
    const wrong = await post({ version, family: 'yes', day: '31', month: '2', year: '2027' });
    expect(wrong.problems.summary.map(({ href }) => href)).toEqual(['#place', '#day']);
    const stale = await post({ version: '1', family: 'yes', place: 'yes', note: 'Typed' });
    expect(stale).toMatchObject({ done: false, stale: true, typed: { note: ['Typed'] } });
    expect(await post({ version, family: 'yes', place: 'yes' })).toMatchObject({ done: true });
  });

  test('that comes to nothing leaves the others to be offered again', () => {
    const { app, sent } = chosen();
    valueOf(giveUpPlace(app.as(asha), { ...at(sent), reason: 'They moved' }));
    expect(sent.now()).toMatchObject({ status: 'in-progress', nextAction: 'find-places' });
    expect(statuses(app, sent)).toEqual(['withdrawn', 'withdrawn']);
    const enquiryId = listOffers(app.db, sent.now())[1]?.detail.enquiryId ?? '';
    valueOf(offerPlace(app.as(asha), { ...at(sent), enquiryId }));
    expect(sent.now().status).toBe('waiting-family');
    const before = everyRow(app.db);
    expect(confirm(app, sent)).toMatchObject({ problem: 'not-in-this-state' });
    expect(everyRow(app.db)).toEqual(before);
  });
});

describe('following up', () => {
  const ask = (said: FollowUp, reopens = false) => {
    const { app, sent } = chosen();
    valueOf(confirm(app, sent));
    const taskId = followUps(app, sent)[0]?.id ?? '';
    const input = { ...at(sent), taskId, said, note: 'Qzwords', reopens };
    const done = recordFollowUp(app.as(asha), input);
    return { app, sent, done, again: () => recordFollowUp(app.as(asha), input) };
  };

  test('a family that is well is asked once more', () => {
    const { app, sent, done, again } = ask('still-there');
    valueOf(done);
    expect(followUps(app, sent)).toMatchObject([{ subject: '12' }]);
    expect(sent.now().status).toBe('closed');
    expect(again()).toMatchObject({ problem: 'not-found' });
    expect(JSON.stringify(rowsIn(app.db, 'timeline_event'))).not.toContain('Qzwords');
  });

  test('one that has left is not asked again; one that needs help again has its case opened', () => {
    const left = ask('left');
    expect(followUps(left.app, left.sent)).toEqual([]);
    expect(left.sent.now().status).toBe('closed');
    const back = ask('left', true);
    expect(back.sent.now()).toMatchObject({
      ...{ status: 'in-progress', nextAction: 'contact-family', ownerId: 'asha' },
    });
    expect(rowsIn(back.app.db, 'demand'), 'it did not end').toEqual([]);
    expect(followUps(back.app, back.sent)).toEqual([]);
  });
});

describe('only who works on cases', () => {
  const nobody: readonly Actor[] = [
    { kind: 'public' },
    { kind: 'system' },
    { kind: 'staff', id: 'ada', name: 'Ada', role: 'admin' },
    { kind: 'staff', id: 'ron', name: 'Ron', role: 'read-only' },
  ];

  test('confirms a place, gives it up, and follows it up', () => {
    const { app, sent } = chosen();
    const actors = [...nobody, sent.family.actor];
    const refusedTo = (act: (ctx: Ctx) => Result<unknown>) => {
      const before = everyRow(app.db);
      for (const actor of actors)
        expect(act(app.as(actor))).toMatchObject({ problem: 'not-allowed' });
      expect(everyRow(app.db)).toEqual(before);
    };
    refusedTo((ctx) => confirmPlace(ctx, { ...at(sent), startsOn: '', compromise: '', note: '' }));
    refusedTo((ctx) => giveUpPlace(ctx, { ...at(sent), reason: 'x' }));
    valueOf(confirm(app, sent));
    const taskId = followUps(app, sent)[0]?.id ?? '';
    const said = { taskId, said: 'left', note: '', reopens: true } as const;
    refusedTo((ctx) => recordFollowUp(ctx, { ...at(sent), ...said }));
    refusedTo((ctx) => settleProposal(ctx, 'any', 'accepted'));
  });
});
