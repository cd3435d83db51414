import { describe, expect, test } from 'vitest';
import { chooseOffer } from '#brokerage/choose-offer.ts';
import { declineOffer } from '#brokerage/decline-offer.ts';
import { openOffer } from '#brokerage/offer-page.ts';
import { trackRequest } from '#brokerage/track-request.ts';
import { withdrawRequest } from '#brokerage/withdraw-request.ts';
import { addPlaceToCase } from '#casework/asking/add-place.ts';
import { judgePlace } from '#casework/asking/judge-place.ts';
import { noFacts } from '#casework/asking/learned-facts.ts';
import { recordAnswer } from '#casework/asking/record-answer.ts';
import { askProvider } from '#casework/asking/ask-provider.ts';
import { claimCase } from '#casework/queue/claim-case.ts';
import { handOver } from '#casework/queue/hand-over.ts';
import { findCases } from '#casework/queue/find-cases.ts';
import { holderOf } from '#casework/queue/case-holder.ts';
import { listQueue } from '#casework/queue/list-queue.ts';
import { plainQueue } from '#casework/queue/queue-query.ts';
import { offerPlace } from '#casework/asking/offer-place.ts';
import { recordOutcome } from '#casework/closing/record-outcome.ts';
import { addContact } from '#casework/file/add-contact.ts';
import { addTask } from '#casework/file/add-task.ts';
import { linkSiblings } from '#casework/file/link-siblings.ts';
import { logCall } from '#casework/file/log-call.ts';
import { mergeCases } from '#casework/file/merge-cases.ts';
import { planNext } from '#casework/file/plan-next.ts';
import { referOn } from '#casework/file/refer-on.ts';
import { reopenRequest } from '#casework/file/reopen-request.ts';
import { summaryPage } from '#casework/file/summary-page.ts';
import { viewCase } from '#casework/file/view-case.ts';
import { writeNote } from '#casework/file/write-note.ts';
import { askErasure } from '#casework/records/ask-erasure.ts';
import { exportCase } from '#casework/records/export-case.ts';
import { recordComplaint } from '#casework/records/record-complaint.ts';
import { setHold } from '#casework/records/set-hold.ts';
import { viewMeasures } from '#insight/view-measures.ts';
import { staffRoles, type Actor, type Ctx } from '#platform/context.ts';
import type { Result } from '#platform/result.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import { readEnquiry } from '#providers/read-enquiry.ts';
import { askPlace, sendSampleRequest, yes } from '../support/request.ts';
import { everyRow } from '../support/rows.ts';
import { openTestApp } from '../support/test-app.ts';
import { busyCase, type BusyCase } from './busy-case.ts';

/** Everybody who could try, by what they are to this case. */
function actorsOn({ app, family, provider }: BusyCase): Readonly<Record<string, Actor>> {
  const other = sendSampleRequest(app);
  const elsewhere = askPlace(app, other, 'elm');
  // One more of the same contact, still new.
  sendSampleRequest(app);
  const staff = staffRoles.map((role): readonly [string, Actor] => [
    role,
    { kind: 'staff', id: `${role}-id`, name: role, role },
  ]);
  return {
    anybody: { kind: 'public' },
    'the system': { kind: 'system' },
    'this family': family.actor,
    'another family': other.family.actor,
    'a family by the id of an enquiry': { kind: 'family', caseId: elsewhere.enquiryId },
    'this provider': provider.actor,
    'another provider': elsewhere.provider.actor,
    'a provider by the id of the case': { kind: 'provider', enquiryId: other.caseId },
    ...Object.fromEntries(staff),
  };
}

type Use = {
  readonly may: readonly string[];
  readonly problem: 'not-found' | 'not-allowed';
  readonly act: (ctx: Ctx, on: BusyCase) => Result<unknown>;
};
const workers = ['broker', 'inclusion', 'manager'];
const readers = [...workers, 'read-only'];
const families = { may: ['this family'], problem: 'not-found' } as const;
const staff = { may: workers, problem: 'not-allowed' } as const;
const at = ({ reference, version }: BusyCase) => ({ reference, version: version() });
const to = {
  providerId: 'dogwood',
  email: 'd@x.example',
  providerName: 'Dogwood',
  note: '',
  agreed: false,
};

const call = {
  direction: 'out',
  result: 'reached',
  interpreter: false,
  note: '',
  once: 'o',
} as const;
const contact = {
  role: 'therapist',
  name: 'x',
  team: '',
  reach: '',
  note: '',
  isLead: true,
  once: 'o',
} as const;
const referral = {
  ...{ kind: 'service' as const, to: 'x', purpose: 'x', groups: ['children' as const] },
  consent: { givenBy: 'x', how: 'by-phone' as const, day: '2026-11-20' },
};
/** The request of another family on this list: new, and with the same contact. */
const second = ({ app, reference }: BusyCase) => ({
  other:
    app.db.$client
      .prepare<[string], string>(
        "select reference from brokerage_case where reference <> ? and status = 'new'",
      )
      .pluck()
      .get(reference) ?? '',
  reason: '',
});

const uses: Readonly<Record<string, Use>> = {
  'look at an option': { ...families, act: (ctx, on) => openOffer(ctx, on.offered) },
  'choose an option': { ...families, act: (ctx, on) => chooseOffer(ctx, on.offered) },
  'decline an option': { ...families, act: (ctx, on) => declineOffer(ctx, on.offered, '') },
  'see the queue': { ...staff, may: readers, act: (ctx) => listQueue(ctx, plainQueue) },
  'find a case': { ...staff, may: readers, act: (ctx, on) => findCases(ctx, on.reference) },
  'see who has it': { ...staff, may: readers, act: (ctx, on) => holderOf(ctx, on.reference) },
  'give back what a colleague has': {
    ...staff,
    may: ['manager'],
    act: (ctx, on) => handOver(ctx, { ...at(on), to: null, note: 'She is ill' }),
  },
  'open the case': { ...staff, may: readers, act: (ctx, on) => viewCase(ctx, on.reference) },
  'write a note': {
    ...staff,
    act: (ctx, on) => writeNote(ctx, on.reference, { text: 'x', once: ctx.ids.id() }),
  },
  'log a call': { ...staff, act: (ctx, on) => logCall(ctx, at(on), call) },
  'add a task': {
    ...staff,
    act: (ctx, on) => addTask(ctx, on.reference, { text: 'x', due: '2026-12-01', once: 'o' }),
  },
  'add a contact': { ...staff, act: (ctx, on) => addContact(ctx, on.reference, contact) },
  'plan what comes next': {
    ...staff,
    act: (ctx, on) =>
      planNext(ctx, at(on), { nextAction: 'find-places', nextActionDue: '2026-12-01' }),
  },
  'pass something on': { ...staff, act: (ctx, on) => referOn(ctx, at(on), referral) },
  'print the summary': {
    ...staff,
    act: (ctx, on) => summaryPage(ctx, on.reference, null),
  },
  'link a sibling': { ...staff, act: (ctx, on) => linkSiblings(ctx, at(on), second(on)) },
  'join a second request': {
    ...staff,
    act: (ctx, on) => mergeCases(ctx, at(on), { ...second(on), otherVersion: 1 }),
  },
  'ask a provider': { ...staff, act: (ctx, on) => askProvider(ctx, { ...at(on), ...to }) },
  'offer a place': {
    ...staff,
    act: (ctx, on) => offerPlace(ctx, { ...at(on), enquiryId: on.answered }),
  },
  'pin a place': {
    ...staff,
    act: (ctx, { reference }) =>
      judgePlace(ctx, { reference, providerId: 'dogwood', verdict: 'pinned', reason: '' }),
  },
  'add a place that is not listed': {
    ...staff,
    act: (ctx, { reference }) =>
      addPlaceToCase(ctx, reference, { name: 'Fig', email: 'f@x.example', phone: '' }),
  },
  'record an answer by phone': {
    ...staff,
    act: (ctx, on) =>
      recordAnswer(ctx, { ...at(on), enquiryId: on.answered }, { answer: yes, facts: noFacts }),
  },
  'give out all that is held': {
    ...staff,
    act: (ctx, on) =>
      exportCase(ctx, on.reference, {
        ...{ version: on.version(), reason: 'court', format: 'data', leftOut: new Map() },
      }),
  },
  'ask for an erasure': { ...staff, act: (ctx, on) => askErasure(ctx, on.reference, 'x') },
  'record a complaint': {
    ...staff,
    act: (ctx, on) =>
      recordComplaint(ctx, on.reference, { kind: 'service', text: 'x', day: '2026-11-20' }),
  },
  'keep it past its time': {
    ...staff,
    may: ['manager'],
    act: (ctx, on) => setHold(ctx, at(on), { hold: true, reason: 'x' }),
  },
  'see the measures': {
    ...staff,
    act: (ctx) => viewMeasures(ctx, { from: '2026-01', to: '2026-11' }),
  },
  'record an outcome': {
    ...staff,
    act: (ctx, on) => recordOutcome(ctx, { ...at(on), outcome: 'found-own', note: '' }),
  },
};
const closedCases: Readonly<Record<string, Use>> = {
  'open it again': { ...staff, act: (ctx, on) => reopenRequest(ctx, at(on)) },
};
const newCases: Readonly<Record<string, Use>> = {
  'claim the case': { ...staff, act: (ctx, on) => claimCase(ctx, on.reference) },
};

describe.each([
  ...Object.entries(uses).map(([name, use]) => ({ name, use, status: 'waiting-family' as const })),
  ...Object.entries(closedCases).map(([name, use]) => ({ name, use, status: 'closed' as const })),
  ...Object.entries(newCases).map(([name, use]) => ({ name, use, status: 'new' as const })),
])('to $name', ({ use, status }) => {
  test(`is for ${use.may.join(', ')}`, () => {
    for (const name of use.may) {
      const on = busyCase(openTestApp(), status);
      const actor = actorsOn(on)[name] ?? { kind: 'public' };
      expect([name, use.act(on.app.as(actor), on).ok]).toEqual([name, true]);
    }
  });

  test('is refused to everybody else, and nothing is written', () => {
    const on = busyCase(openTestApp(), status);
    const actors = Object.entries(actorsOn(on)).filter(([name]) => !use.may.includes(name));
    expect(actors.length).toBeGreaterThan(7);
    const before = everyRow(on.app.db);
    for (const [name, actor] of actors) {
      const refused = use.act(on.app.as(actor), on);
      expect([name, refused]).toEqual([name, { ok: false, problem: use.problem }]);
    }
    expect(everyRow(on.app.db)).toEqual(before);
  });
});

describe('what names no case is about the asker’s own, and about nothing for everybody else', () => {
  const own: Readonly<Record<string, readonly [readonly string[], (ctx: Ctx) => Result<unknown>]>> =
    {
      'see the request': [['this family', 'another family'], trackRequest],
      'withdraw it': [['this family', 'another family'], withdrawRequest],
      'read the question': [
        ['this provider', 'another provider'],
        (ctx) => readEnquiry(ctx.db, ctx),
      ],
      'answer it': [['this provider', 'another provider'], (ctx) => answerEnquiry(ctx, yes)],
    };

  test.each(Object.entries(own))('to %s', (_name, [may, act]) => {
    const on = busyCase(openTestApp(), 'waiting-provider');
    const actors = Object.entries(actorsOn(on));
    const before = everyRow(on.app.db);
    for (const [name, actor] of actors.filter(([one]) => !may.includes(one))) {
      const refused = act(on.app.as(actor));
      expect([name, refused]).toEqual([name, { ok: false, problem: 'not-found' }]);
    }
    expect(everyRow(on.app.db)).toEqual(before);
    const version = on.version();
    for (const [name, actor] of actors.filter(
      ([one]) => may.includes(one) && one.startsWith('another'),
    )) {
      expect([name, act(on.app.as(actor)).ok]).toEqual([name, true]);
    }
    expect(on.version()).toBe(version);
  });

  test('a family reads its own request and no other’s', () => {
    const app = openTestApp();
    const [one, other] = [sendSampleRequest(app), sendSampleRequest(app)];
    const tracked = trackRequest(other.family);
    expect(tracked.ok && tracked.value.subject.id).toBe(other.caseId);
    expect(other.caseId).not.toBe(one.caseId);
  });
});
