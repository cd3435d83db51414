import { recordAudit } from '#platform/audit/record-audit.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { clockChange } from './case-clocks.ts';
import { mayBecome } from './case-status.ts';
import { changeCase } from './case-store.ts';
import { dueIn } from './due-in.ts';
import { decideOffer, listOffers } from './offer-store.ts';
import { ownCase } from './own-case.ts';
import { addEvent } from './timeline-store.ts';

type DeclineProblem = 'not-found' | 'not-in-this-state';

/**
 * The family says no to an option, with its reason; the broker looks on. Problems: `not-found`,
 * `not-in-this-state`.
 */
export function declineOffer(
  ctx: Ctx,
  offerId: string,
  reason: string,
): Result<null, DeclineProblem> {
  return inTransaction(ctx.db, (tx): Result<null, DeclineProblem> => {
    const own = ownCase(tx, ctx);
    if (!own.ok) return own;
    const subject = own.value;
    const offers = listOffers(tx, subject);
    const declined = offers.find(({ id }) => id === offerId);
    if (!declined) return failure('not-found');
    if (!mayBecome(subject.status, 'in-progress')) return failure('not-in-this-state');
    if (!decideOffer(tx, ctx, subject, declined, 'declined', reason))
      return failure('not-in-this-state');
    const othersOpen = offers.some(({ id, status }) => id !== offerId && status === 'open');
    const closed = closedDays(ctx.settings);
    changeCase(
      tx,
      subject.id,
      subject.version,
      othersOpen
        ? {}
        : {
            status: 'in-progress',
            nextAction: 'find-places',
            nextActionDue: dueIn(ctx, subject, 'contact'),
            ...clockChange(subject, 'in-progress', ctx.clock.now(), closed),
          },
    );
    addEvent(tx, ctx, subject, 'option-declined', {
      providerName: declined.detail.providerName,
      text: reason,
    });
    recordAudit(tx, ctx, {
      action: 'option-declined',
      object: `case:${subject.id}`,
      fields: ['offer'],
    });
    return success(null);
  });
}
