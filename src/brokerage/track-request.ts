import { readProviders } from '#directory/provider-cache.ts';
import type { Provider } from '#directory/provider.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import type { OpenCase } from './case-store.ts';
import { findFeedback } from './feedback-store.ts';
import type { Feedback } from './feedback.ts';
import { listMessages } from './message-store.ts';
import type { Message } from './message.ts';
import { listOffers, type Offer } from './offer-store.ts';
import { ownCase } from './own-case.ts';
import { isFamilyEvent, type FamilyEvent } from './timeline.ts';
import { listEvents } from './timeline-store.ts';
import { listAskedPlaces, type AskedPlace } from './track-asked-store.ts';

export type TrackedRequest = {
  readonly subject: OpenCase;
  readonly offers: readonly Offer[];
  /** The places of the offers that the directory still has, by id. */
  readonly places: ReadonlyMap<string, Provider>;
  /** Places asked that have not been put before the family. */
  readonly asked: readonly AskedPlace[];
  readonly messages: readonly Message[];
  readonly events: readonly FamilyEvent[];
  readonly feedback: Feedback | null;
};

/** What the family sees of its own request. Problem: `not-found`. */
export function trackRequest(ctx: Ctx): Result<TrackedRequest, 'not-found'> {
  const own = ownCase(ctx.db, ctx);
  if (!own.ok) return own;
  const subject = own.value;
  const offers = listOffers(ctx.db, subject);
  const offered = new Set(offers.map(({ detail }) => detail.enquiryId));
  return success({
    subject,
    offers,
    places: placesOf(ctx, offers),
    asked: listAskedPlaces(ctx.db, subject).filter(({ enquiryId }) => !offered.has(enquiryId)),
    messages: listMessages(ctx.db, subject),
    events: listEvents(ctx.db, subject).filter(isFamilyEvent),
    feedback: findFeedback(ctx.db, subject),
  });
}

function placesOf({ db }: Ctx, offers: readonly Offer[]): TrackedRequest['places'] {
  const ids = offers.map(({ providerId }) => providerId);
  return new Map(readProviders(db, ids).map((place) => [place.id, place]));
}
