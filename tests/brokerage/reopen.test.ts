import { describe, expect, test } from 'vitest';
import { caseStatuses, mayBecome } from '#brokerage/case-status.ts';
import { chooseOffer } from '#brokerage/choose-offer.ts';
import { messagePage } from '#brokerage/message-page.ts';
import { lastDayToReopen, mayWrite } from '#brokerage/reopen.ts';
import { trackRequest } from '#brokerage/track-request.ts';
import { trackView } from '#brokerage/track.view.ts';
import { withdrawRequest } from '#brokerage/withdraw-request.ts';
import { writeToStaff } from '#brokerage/write-to-staff.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { claimCase } from '#casework/queue/claim-case.ts';
import { claimed, closeAs, offerFrom, sendSampleRequest, valueOf } from '../support/request.ts';
import type { SentRequest } from '../support/request.ts';
import { everyRow, gained, rowsIn } from '../support/rows.ts';
import { asha, openTestApp } from '../support/test-app.ts';

const hello = { text: 'The place fell through', once: 'form-1' };
const href = (path: string) => addressOf('en', path);
const see = ({ family }: SentRequest) => trackView(family, href, valueOf(trackRequest(family)));
const late = { ok: false, problem: 'not-in-this-state' };
/** Closed on 23 November in London: 28 days later it is 21 December. */
const lastMoment = '2026-12-21T23:59:00Z';
const tooLate = '2026-12-22T00:00:00Z';

describe('a family that writes within 28 days of closing has its request opened again', () => {
  test('which goes back to its owner, with a day to answer', () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    closeAs(app, sent, 'found-own');
    app.setTime(lastMoment);
    expect(see(sent).writeHint).toContain('Monday 21 December');
    const tables = ['case_message', 'timeline_event', 'audit_entry', 'outbox_message'];
    const write = () => valueOf(writeToStaff(sent.family, hello));
    expect(gained(app.db, tables, write)).toEqual({
      case_message: 1,
      timeline_event: 2,
      audit_entry: 2,
      outbox_message: 0,
    });
    expect(sent.now()).toMatchObject({
      ...{ status: 'in-progress', ownerId: 'asha', outcome: null, closedAt: null },
      ...{ nextAction: 'read-message', nextActionDue: '2026-12-24' },
      reopenedAt: '2026-12-21T23:59:00.000Z',
    });
    expect(
      see(sent)
        .events.map(({ text }) => text)
        .slice(0, 2),
    ).toEqual(['We opened your request again', 'You wrote to us']);
    expect(verifyAudit(app.db, app.keys.audit)).toMatchObject({ ok: true });
    expect(gained(app.db, tables, write), 'the same form again').toMatchObject({ audit_entry: 0 });
  });

  test('or to the queue, where nobody had it', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    valueOf(withdrawRequest(sent.family));
    valueOf(writeToStaff(sent.family, hello));
    expect(sent.now()).toMatchObject({ status: 'in-progress', ownerId: null });
    valueOf(claimCase(app.as(asha), sent.reference));
    expect(sent.now()).toMatchObject({ ownerId: 'asha', nextAction: 'read-message' });
  });

  test('and it is counted once when it ends, as it ends in the end', () => {
    const app = openTestApp();
    const [sent, other] = [sendSampleRequest(app), sendSampleRequest(app)];
    const rows = () => rowsIn(app.db, 'demand').map((row) => row['outcome']);
    const offerId = offerFrom(app, sent);
    closeAs(app, sent, 'plans-changed');
    closeAs(app, other, 'plans-changed');
    const [each] = [rows().length / 2];
    valueOf(writeToStaff(sent.family, hello));
    expect(rows()).toEqual(Array<string>(each).fill('plans-changed'));
    expect(chooseOffer(sent.family, offerId), 'its options stay withdrawn').toEqual(late);
    closeAs(app, sent, 'found-own');
    expect(rows().toSorted()).toEqual([
      ...Array<string>(each).fill('found-own'),
      ...Array<string>(each).fill('plans-changed'),
    ]);
    const told = rowsIn(app.db, 'outbox_message').filter(
      (row) => row['kind'] === 'request-closed' && row['subject_id'] === sent.caseId,
    );
    expect(told, 'the family hears of it each time').toHaveLength(2);
  });
});

describe('a request stays closed', () => {
  test('after 28 days: the family is told how to send a new one', async () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    closeAs(app, sent, 'found-own');
    app.setTime(tooLate);
    const before = everyRow(app.db);
    expect(writeToStaff(sent.family, hello)).toEqual(late);
    const request = new Request('http://localhost/x');
    expect(await messagePage(sent.family, '', request)).toEqual(late);
    expect(everyRow(app.db)).toEqual(before);
    expect(see(sent)).toMatchObject({ writeHref: null, tooLateHref: '/ask' });
  });

  test.each([
    ['it was from no family', { quarantinedFor: 'trap', outcome: null }],
    ['it goes on as another', { mergedInto: 'another' }],
  ])('when %s', (_why, change) => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    valueOf(withdrawRequest(sent.family));
    app.db.update(brokerageCase).set(change).run();
    const before = everyRow(app.db);
    expect(writeToStaff(sent.family, hello)).toEqual(late);
    expect(everyRow(app.db)).toEqual(before);
  });

  test('by every other way: no move leads out of it', () => {
    expect(caseStatuses.filter((to) => mayBecome('closed', to))).toEqual([]);
  });
});

test.each(caseStatuses)(
  'a request that is %s and has no closing day is never opened again',
  (status) => {
    const open = { status, closedAt: null, outcome: null, mergedInto: null };
    expect(lastDayToReopen(open)).toBeNull();
    expect(mayWrite(open, '2026-11-23')).toBe(status !== 'closed');
  },
);
