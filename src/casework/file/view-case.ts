import type { OpenCase } from '#brokerage/case-store.ts';
import { findFeedback } from '#brokerage/feedback-store.ts';
import type { Feedback } from '#brokerage/feedback.ts';
import type { Message } from '#brokerage/message.ts';
import { listOffers, type Offer } from '#brokerage/offer-store.ts';
import type { TimelineEvent } from '#brokerage/timeline.ts';
import { listEvents } from '#brokerage/timeline-store.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { listEnquiries, type Enquiry } from '../asking/enquiry-store.ts';
import { matchPlaces } from '#brokerage/match/match-places.ts';
import type { Match } from '#brokerage/match/match.ts';
import { clockOf, type CaseClock } from '../queue/queue.ts';
import { readCase } from './read-case.ts';
import { openConversation } from './read-conversation.ts';

export type CaseFile = {
  readonly subject: OpenCase;
  readonly clock: CaseClock;
  readonly events: readonly TimelineEvent[];
  readonly enquiries: readonly Enquiry[];
  readonly offers: readonly Offer[];
  readonly messages: readonly Message[];
  readonly feedback: Feedback | null;
  /** Ranked places that nobody has asked yet. */
  readonly matches: readonly Match[];
};

/** Everything a broker needs on one page; reading it is audited. Problems: `not-allowed`, `not-found`. */
export function viewCase(
  ctx: Ctx,
  reference: string,
): Result<CaseFile, 'not-allowed' | 'not-found'> {
  const read = readCase(ctx, reference);
  if (!read.ok) return read;
  const subject = read.value;
  const enquiries = listEnquiries(ctx.db, subject);
  const asked = new Set(enquiries.map(({ providerId }) => providerId));
  return success({
    subject,
    clock: clockOf(subject.nextActionDue, londonDay(ctx.clock.now()), closedDays(ctx.settings)),
    events: listEvents(ctx.db, subject),
    enquiries,
    offers: listOffers(ctx.db, subject),
    messages: openConversation(ctx, subject),
    feedback: findFeedback(ctx.db, subject),
    matches:
      subject.status === 'closed'
        ? []
        : matchPlaces(ctx, subject.family).filter(({ provider }) => !asked.has(provider.id)),
  });
}
