import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import type { OpenCase } from './case-store.ts';
import { listOffers, type Offer } from './offer-store.ts';
import { ownCase } from './own-case.ts';
import { familyEvents, type TimelineEvent } from './timeline.ts';
import { listEvents } from './timeline-store.ts';

export type TrackedRequest = {
  readonly subject: OpenCase;
  readonly offers: readonly Offer[];
  readonly events: readonly TimelineEvent[];
};

/** What the family sees of its own request. Problem: `not-found`. */
export function trackRequest(ctx: Ctx): Result<TrackedRequest, 'not-found'> {
  const own = ownCase(ctx.db, ctx);
  if (!own.ok) return own;
  const subject = own.value;
  const events = listEvents(ctx.db, subject).filter(({ kind }) => familyEvents.has(kind));
  return success({ subject, offers: listOffers(ctx.db, subject), events });
}
