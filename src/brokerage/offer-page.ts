import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import type { Offer } from './offer-store.ts';
import { trackRequest } from './track-request.ts';

/**
 * One open option of the family that asks, to choose or decline. Problems: `not-found`,
 * `not-in-this-state` (decided already, or the request is closed).
 */
export function openOffer(
  ctx: Ctx,
  offerId: string,
): Result<Offer, 'not-found' | 'not-in-this-state'> {
  const tracked = trackRequest(ctx);
  const offer = tracked.ok ? tracked.value.offers.find(({ id }) => id === offerId) : undefined;
  if (!tracked.ok || offer === undefined) return failure('not-found');
  return offer.status === 'open' && tracked.value.subject.status !== 'closed'
    ? success(offer)
    : failure('not-in-this-state');
}

export type Asked<T> = { readonly done: boolean; readonly shown: Result<T> };

/** A page that asks before it acts: GET shows it, POST acts; a problem of either is shown. */
export async function askThenDo<T>(
  method: string,
  shown: () => Result<T>,
  act: () => Result<unknown> | Promise<Result<unknown>>,
): Promise<Asked<T>> {
  if (method !== 'POST') return { done: false, shown: shown() };
  const acted = await act();
  return acted.ok ? { done: true, shown: shown() } : { done: false, shown: acted };
}
