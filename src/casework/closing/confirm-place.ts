import { listOffers } from '#brokerage/offer-store.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import type { Ctx } from '#platform/context.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { workOnCase, type AtProblem } from '../file/work-on-case.ts';
import { chosenOffer } from './chosen-offer.ts';
import { closeWithOutcome } from './close-with-outcome.ts';

export type Confirmed = {
  readonly reference: string;
  readonly version: number;
  /** London day on which care starts; '' when it is not fixed. */
  readonly startsOn: string;
  /** What the family puts up with; '' when the place is as wanted. */
  readonly compromise: string;
  readonly note: string;
};

/**
 * The broker has spoken with the family and the place, and both say yes: the case closes as placed,
 * and the family is asked at 4 and 12 weeks how it goes. Problems: `not-allowed`, `not-found`,
 * `stale-version`, `not-in-this-state` (no place is waiting to be confirmed).
 */
export const confirmPlace = (
  ctx: Ctx,
  { startsOn, compromise, note, ...at }: Confirmed,
): Result<null, AtProblem | 'not-in-this-state'> =>
  workOnCase(ctx, at, (tx, subject, staff): Result<null, 'not-in-this-state'> => {
    const chosen = chosenOffer(listOffers(tx, subject));
    if (!chosen || subject.nextAction !== 'confirm-place') return failure('not-in-this-state');
    const { providerName } = chosen.detail;
    addEvent(tx, ctx, subject, 'place-confirmed', { providerName, staffName: staff.name });
    recordAudit(tx, ctx, {
      action: 'place-confirmed',
      object: `case:${subject.id}`,
      fields: ['offer'],
    });
    const closed = closeWithOutcome(tx, ctx, subject, {
      outcome: compromise === '' ? 'placed-as-wanted' : 'placed-with-compromise',
      note: [compromise, note].filter((part) => part !== '').join('\n'),
      staffName: staff.name,
      startsOn,
    });
    return closed ? success(null) : failure('not-in-this-state');
  });
