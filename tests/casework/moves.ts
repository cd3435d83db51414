import type { CaseStatus } from '#brokerage/case-status.ts';
import { chooseOffer } from '#brokerage/choose-offer.ts';
import { declineOffer } from '#brokerage/decline-offer.ts';
import { withdrawRequest } from '#brokerage/withdraw-request.ts';
import { askProvider } from '#casework/asking/ask-provider.ts';
import { claimCase } from '#casework/queue/claim-case.ts';
import { offerPlace } from '#casework/asking/offer-place.ts';
import { recordOutcome } from '#casework/closing/record-outcome.ts';
import type { Result } from '#platform/result.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import { no, yes } from '../support/request.ts';
import { asha, ben } from '../support/test-app.ts';
import type { BusyCase } from './busy-case.ts';

/** One thing that somebody can do with a case. */
export type Move = {
  readonly act: (on: BusyCase) => Result<unknown>;
  /** From which statuses it goes, and to which it leads. */
  readonly leads: Partial<Record<CaseStatus, CaseStatus>>;
  readonly event: string;
  readonly messages: number;
};
const atWork = ['in-progress', 'waiting-provider', 'waiting-family'] as const;
const fromAll = (froms: readonly CaseStatus[], to: CaseStatus) =>
  Object.fromEntries(froms.map((from) => [from, to]));
const broker = ({ app, reference, version }: BusyCase) => ({
  ctx: app.as(asha),
  on: { reference, version: version() },
});

export const moves: Readonly<Record<string, Move>> = {
  claim: {
    act: ({ app, reference }) => claimCase(app.as(ben), reference),
    leads: { new: 'in-progress' },
    event: 'claimed',
    messages: 0,
  },
  ask: {
    act: (one) => {
      const { ctx, on } = broker(one);
      const to = { email: 'd@nursery.example', providerName: 'Dogwood', note: '', agreed: false };
      return askProvider(ctx, { ...on, ...to, providerId: 'dogwood' });
    },
    leads: fromAll(atWork, 'waiting-provider'),
    event: 'provider-asked',
    messages: 1,
  },
  answer: {
    act: ({ provider }) => answerEnquiry(provider, yes),
    leads: {
      'in-progress': 'in-progress',
      'waiting-provider': 'in-progress',
      'waiting-family': 'waiting-family',
    },
    event: 'provider-answered',
    messages: 0,
  },
  refuse: {
    act: ({ provider }) => answerEnquiry(provider, no),
    leads: {
      'in-progress': 'in-progress',
      'waiting-provider': 'in-progress',
      'waiting-family': 'waiting-family',
    },
    event: 'provider-answered',
    messages: 0,
  },
  offer: {
    act: (one) => {
      const { ctx, on } = broker(one);
      return offerPlace(ctx, { ...on, enquiryId: one.answered });
    },
    leads: fromAll(atWork, 'waiting-family'),
    event: 'option-offered',
    messages: 1,
  },
  choose: {
    act: ({ family, offered }) => chooseOffer(family, offered),
    leads: fromAll(atWork, 'in-progress'),
    event: 'option-chosen',
    messages: 1,
  },
  decline: {
    act: ({ family, offered }) => declineOffer(family, offered, 'Too far'),
    leads: fromAll(atWork, 'in-progress'),
    event: 'option-declined',
    messages: 0,
  },
  withdraw: {
    act: ({ family }) => withdrawRequest(family),
    leads: fromAll(['new', ...atWork], 'closed'),
    event: 'withdrawn',
    messages: 1,
  },
  outcome: {
    act: (one) => {
      const { ctx, on } = broker(one);
      return recordOutcome(ctx, { ...on, outcome: 'unmet', note: '', why: 'None is near' });
    },
    leads: fromAll(['new', ...atWork], 'closed'),
    event: 'closed',
    messages: 1,
  },
};
