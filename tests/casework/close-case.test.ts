import { describe, expect, test } from 'vitest';
import { outcomes, type Outcome } from '#brokerage/case-status.ts';
import { closePage } from '#casework/closing/close-page.ts';
import { mayEnd, recordOutcome } from '#casework/closing/record-outcome.ts';
import { caseCall } from '#db/schema/casework.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import { knowPostcode } from '../support/place.ts';
import { askPlace, claimed, no, sendSampleRequest, valueOf, yes } from '../support/request.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

function setUp(app: TestApp) {
  const sent = claimed(app, sendSampleRequest(app));
  const { reference, now } = sent;
  const close = (outcome: Outcome, why = '') =>
    recordOutcome(app.as(asha), { reference, version: now().version, outcome, note: '', why });
  const page = (typed?: Readonly<Record<string, string>>) =>
    closePage(
      app.as(asha),
      reference,
      new Request('http://localhost/x', {
        ...(typed && { method: 'POST', body: new URLSearchParams(typed) }),
      }),
    ).then(valueOf);
  const missing = async () => (await page()).missing.map(({ text }) => text.split(' ')[0]);
  return { sent, close, page, missing };
}

describe('no suitable place', () => {
  test('cannot be said before the plan has its facts; each is named with a way to it', async () => {
    const app = openTestApp();
    const { sent, close, page, missing } = setUp(app);
    expect(await missing()).toEqual(['The', 'At']);
    expect((await page()).missing.map(({ href }) => href.split('#')[1])).toEqual([
      'family',
      'places',
    ]);
    const before = everyRow(app.db);
    expect(close('unmet')).toMatchObject({ problem: 'answer-incomplete' });
    expect(everyRow(app.db)).toEqual(before);
    knowPostcode(app);
    const { provider } = askPlace(app, sent);
    valueOf(answerEnquiry(provider, yes));
    expect(await missing(), 'a place that may is not looked past').toEqual(['Places']);
    valueOf(answerEnquiry(provider, no));
    expect(await missing()).toEqual([]);
    valueOf(close('unmet'));
    expect(rowsIn(app.db, 'demand')).toMatchObject([{ asked: 1, refusals: '["full"]' }]);
  });

  test('may be said with a reason for what cannot be had, which is kept; typed words are not lost', async () => {
    const app = openTestApp();
    const { sent, page } = setUp(app);
    const typed = { version: '2', outcome: 'unmet', note: 'Nobody near' };
    const asked = await page(typed);
    expect(asked.problems.summary.map(({ href }) => href)).toEqual(['#why']);
    expect(asked.typed['note']).toEqual(['Nobody near']);
    expect(await page({ ...typed, why: 'A refuge' })).toMatchObject({ done: true });
    expect(sent.now().outcome).toBe('unmet');
    expect(JSON.stringify(rowsIn(app.db, 'timeline_event'))).not.toContain('A refuge');
  });

  test('is never said without the age or the hours, whatever the reason', () => {
    for (const fact of ['age', 'hours'] as const) {
      expect(mayEnd('unmet', { missing: [fact], unanswered: 0, tries: 0 }, 'Why')).toBe(false);
    }
  });
});

test('lost contact is after three calls that reached nobody, or for a reason', () => {
  const app = openTestApp();
  const { sent, close } = setUp(app);
  const call = (direction: 'out' | 'in', result: 'voicemail' | 'no-answer' | 'reached') =>
    app.db
      .insert(caseCall)
      .values({
        ...{ id: app.ids.id(), caseId: sent.caseId, at: '2026-11-23T10:00:00Z', staffId: 'asha' },
        ...{ direction, result, interpreter: false },
      })
      .run();
  call('out', 'voicemail');
  call('out', 'no-answer');
  call('out', 'reached');
  call('in', 'voicemail');
  expect(close('lost-contact')).toMatchObject({ problem: 'answer-incomplete' });
  call('out', 'no-answer');
  valueOf(close('lost-contact'));
  const early = setUp(app);
  valueOf(early.close('lost-contact', 'The number is no longer theirs'));
});

test('a compromise says what it is', async () => {
  const { page } = setUp(openTestApp());
  const typed = { version: '2', outcome: 'placed-with-compromise' };
  const asked = await page(typed);
  expect(asked.problems.summary.map(({ href }) => href)).toEqual(['#compromise']);
  expect(await page({ ...typed, compromise: 'Two days, not three' })).toMatchObject({ done: true });
});

test('every other ending needs nothing more', () => {
  const facts = { missing: ['age'], unanswered: 1, tries: 0 } as const;
  const free = outcomes.filter((outcome) => mayEnd(outcome, facts, ''));
  expect(free).toEqual(outcomes.filter((one) => one !== 'unmet' && one !== 'lost-contact'));
});
