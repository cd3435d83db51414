import { describe, expect, test } from 'vitest';
import { chooseOffer } from '#brokerage/choose-offer.ts';
import { declineOffer } from '#brokerage/decline-offer.ts';
import { openOffer } from '#brokerage/offer-page.ts';
import { trackRequest } from '#brokerage/track-request.ts';
import { withdrawRequest } from '#brokerage/withdraw-request.ts';
import { askProvider } from '#casework/asking/ask-provider.ts';
import { claimCase } from '#casework/queue/claim-case.ts';
import { listQueue } from '#casework/queue/list-queue.ts';
import { offerPlace } from '#casework/asking/offer-place.ts';
import { recordOutcome } from '#casework/closing/record-outcome.ts';
import { viewCase } from '#casework/file/view-case.ts';
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

const uses: Readonly<Record<string, Use>> = {
  'look at an option': { ...families, act: (ctx, on) => openOffer(ctx, on.offered) },
  'choose an option': { ...families, act: (ctx, on) => chooseOffer(ctx, on.offered) },
  'decline an option': { ...families, act: (ctx, on) => declineOffer(ctx, on.offered, '') },
  'see the queue': { ...staff, may: readers, act: (ctx) => listQueue(ctx, 'all', 1) },
  'open the case': { ...staff, may: readers, act: (ctx, on) => viewCase(ctx, on.reference) },
  'ask a provider': { ...staff, act: (ctx, on) => askProvider(ctx, { ...at(on), ...to }) },
  'offer a place': {
    ...staff,
    act: (ctx, on) => offerPlace(ctx, { ...at(on), enquiryId: on.answered }),
  },
  'record an outcome': {
    ...staff,
    act: (ctx, on) => recordOutcome(ctx, { ...at(on), outcome: 'unmet', note: '' }),
  },
};
const newCases: Readonly<Record<string, Use>> = {
  'claim the case': { ...staff, act: (ctx, on) => claimCase(ctx, on.reference) },
};

describe.each([
  ...Object.entries(uses).map(([name, use]) => ({ name, use, status: 'waiting-family' as const })),
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
