import type { Ctx } from '#platform/context.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { mayBecome } from './case-status.ts';
import { closeCase } from './close-case.ts';
import { decideOffer, listOffers } from './offer-store.ts';
import { ownCase } from './own-case.ts';
import { addEvent } from './timeline-store.ts';

type ChooseProblem = 'not-found' | 'not-in-this-state';

/**
 * The family takes one of its options: the case closes and the provider is told. Problems:
 * `not-found` (not this family's option), `not-in-this-state` (decided or closed already).
 */
export function chooseOffer(ctx: Ctx, offerId: string): Result<null, ChooseProblem> {
  return inTransaction(ctx.db, (tx): Result<null, ChooseProblem> => {
    const own = ownCase(tx, ctx);
    if (!own.ok) return own;
    const subject = own.value;
    const chosen = listOffers(tx, subject).find(({ id }) => id === offerId);
    if (!chosen) return failure('not-found');
    const { answer, enquiryId, providerName } = chosen.detail;
    if (!mayBecome(subject.status, 'closed')) return failure('not-in-this-state');
    if (!decideOffer(tx, ctx, subject, chosen, 'chosen')) return failure('not-in-this-state');
    const outcome = answer.answer === 'yes' ? 'placed-as-wanted' : 'placed-with-compromise';
    if (!closeCase(tx, ctx, subject, outcome)) return failure('not-in-this-state');
    addEvent(tx, ctx, subject, 'option-chosen', { providerName, outcome });
    enqueueMessage(tx, ctx, {
      kind: 'provider-chosen',
      subjectId: enquiryId,
      dedupeKey: `provider-chosen:${enquiryId}`,
    });
    return success(null);
  });
}
