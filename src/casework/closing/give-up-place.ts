import { clockChange } from '#brokerage/case-clocks.ts';
import { changeCase } from '#brokerage/case-store.ts';
import { listOffers, takeBackOffer } from '#brokerage/offer-store.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { stepDays } from '#platform/settings/targets.ts';
import { workOnCase, type AtProblem, type CaseAt } from '../file/work-on-case.ts';
import { chosenOffer } from './chosen-offer.ts';

/**
 * The place that was chosen comes to nothing: the option is taken back and the broker looks on; the
 * other options can be put before the family again. Problems: as `confirmPlace`.
 */
export const giveUpPlace = (
  ctx: Ctx,
  { reason, ...at }: CaseAt & { readonly reason: string },
): Result<null, AtProblem | 'not-in-this-state'> =>
  workOnCase(ctx, at, (tx, subject): Result<null, 'not-in-this-state'> => {
    const chosen = chosenOffer(listOffers(tx, subject));
    if (!chosen || subject.nextAction !== 'confirm-place') return failure('not-in-this-state');
    takeBackOffer(tx, ctx, subject.id, chosen.id);
    const now = ctx.clock.now();
    const closed = closedDays(ctx.settings);
    const { contact } = stepDays(ctx.settings.targets, subject.isUrgent);
    changeCase(tx, subject.id, subject.version, {
      status: 'in-progress',
      nextAction: 'find-places',
      nextActionDue: dueDay(now, contact, closed),
      ...clockChange(subject, 'in-progress', now, closed),
    });
    const { providerName } = chosen.detail;
    addEvent(tx, ctx, subject, 'option-declined', { providerName, text: reason });
    recordAudit(tx, ctx, {
      action: 'place-given-up',
      object: `case:${subject.id}`,
      fields: ['offer', 'status'],
    });
    return success(null);
  });
