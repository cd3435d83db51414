import { recordAudit } from '#platform/audit/record-audit.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { stepDays } from '#platform/settings/targets.ts';
import { inTransaction } from '#platform/transaction.ts';
import { clockChange } from './case-clocks.ts';
import { mayBecome } from './case-status.ts';
import { changeCase, type CaseChange, type OpenCase } from './case-store.ts';
import { decideOffer, listOffers, withdrawOpenOffers } from './offer-store.ts';
import { ownCase } from './own-case.ts';
import { addEvent } from './timeline-store.ts';

type ChooseProblem = 'not-found' | 'not-in-this-state';

/**
 * The family takes one of its options: the other options are taken back, the provider is told, and
 * the broker confirms the place with both next. Problems: `not-found` (not this family's option),
 * `not-in-this-state` (decided or closed already).
 */
export function chooseOffer(ctx: Ctx, offerId: string): Result<null, ChooseProblem> {
  return inTransaction(ctx.db, (tx): Result<null, ChooseProblem> => {
    const own = ownCase(tx, ctx);
    if (!own.ok) return own;
    const subject = own.value;
    const chosen = listOffers(tx, subject).find(({ id }) => id === offerId);
    if (!chosen) return failure('not-found');
    const { enquiryId, providerName } = chosen.detail;
    if (!mayBecome(subject.status, 'in-progress')) return failure('not-in-this-state');
    if (!decideOffer(tx, ctx, subject, chosen, 'chosen')) return failure('not-in-this-state');
    withdrawOpenOffers(tx, ctx, subject.id);
    changeCase(tx, subject.id, subject.version, toConfirm(ctx, subject));
    addEvent(tx, ctx, subject, 'option-chosen', { providerName });
    recordAudit(tx, ctx, {
      action: 'option-chosen',
      object: `case:${subject.id}`,
      fields: ['offer', 'status'],
    });
    enqueueMessage(tx, ctx, {
      kind: 'provider-chosen',
      subjectId: enquiryId,
      dedupeKey: `provider-chosen:${enquiryId}`,
    });
    return success(null);
  });
}

function toConfirm(ctx: Ctx, subject: OpenCase): CaseChange {
  const now = ctx.clock.now();
  const closed = closedDays(ctx.settings);
  const { contact } = stepDays(ctx.settings.targets, subject.isUrgent);
  return {
    status: 'in-progress',
    nextAction: 'confirm-place',
    nextActionDue: dueDay(now, contact, closed),
    ...clockChange(subject, 'in-progress', now, closed),
  };
}
