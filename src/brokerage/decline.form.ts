import { z } from 'zod';
import { oneLine, parseTyped, readTyped, showProblems } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Ctx } from '#platform/context.ts';
import type { Result } from '#platform/result.ts';
import { declineOffer } from './decline-offer.ts';
import { openOffer } from './offer-page.ts';
import type { Offer } from './offer-store.ts';

const tooLong: WordKey = 'brokerage:track.declineForm.tooLong';
const declineForm = z.object({ reason: oneLine.pipe(z.string().max(2000, { error: tooLong })) });

type DeclinePage = {
  readonly done: boolean;
  readonly offer: Result<Offer, 'not-found' | 'not-in-this-state'>;
  readonly reason: string;
  readonly problems: ReturnType<typeof showProblems>;
};

/** Asks why an option does not suit, and declines it. */
export async function declinePage(
  ctx: Ctx,
  offerId: string,
  request: Request,
): Promise<DeclinePage> {
  const offer = openOffer(ctx, offerId);
  const shown = { done: false, offer, reason: '', problems: showProblems(ctx.words, []) };
  if (request.method !== 'POST' || !offer.ok) return shown;
  const typed = readTyped(await request.formData());
  const parsed = parseTyped(declineForm, typed);
  if (!parsed.ok) {
    return {
      ...shown,
      reason: typed['reason']?.[0] ?? '',
      problems: showProblems(ctx.words, parsed.problems),
    };
  }
  const declined = declineOffer(ctx, offerId, parsed.value.reason);
  return declined.ok ? { ...shown, done: true } : { ...shown, offer: declined };
}
