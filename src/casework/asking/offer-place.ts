import { clockChange, optionsGiven } from '#brokerage/case-clocks.ts';
import { changeCase, type CaseChange, type OpenCase } from '#brokerage/case-store.ts';
import { mayBecome } from '#brokerage/case-status.ts';
import { insertOffer, listOffers, type Offer } from '#brokerage/offer-store.ts';
import type { ProviderAnswer } from '#brokerage/provider-answer.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import { trackLinkHours } from '#brokerage/tracking.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import { issueLink } from '#platform/links/issue-link.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { stepDays } from '#platform/settings/targets.ts';
import { inTransaction } from '#platform/transaction.ts';
import { askablePlace } from './askable-place.ts';
import { listEnquiries, type Enquiry } from './enquiry-store.ts';
import { findCaseFor } from '../staff-cases.ts';
import { staffWith } from '../staff-rights.ts';

type OfferProblem = 'not-allowed' | 'not-found' | 'stale-version' | 'not-in-this-state';

/**
 * Puts a provider's answer before the family as an option. A refusal, an unanswered question or one
 * already offered cannot be. Problems: `not-allowed`, `not-found`, `stale-version`,
 * `not-in-this-state`.
 */
export function offerPlace(
  ctx: Ctx,
  input: { readonly reference: string; readonly version: number; readonly enquiryId: string },
): Result<null, OfferProblem> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<null, OfferProblem> => {
    const subject = findCaseFor(tx, ctx, { reference: input.reference });
    const enquiry = subject && listEnquiries(tx, subject).find(({ id }) => id === input.enquiryId);
    if (!subject || !enquiry) return failure('not-found');
    const answer = offerableAnswer(enquiry, listOffers(tx, subject));
    if (answer === null || !mayBecome(subject.status, 'waiting-family')) {
      return failure('not-in-this-state');
    }
    const moved = changeCase(tx, subject.id, input.version, toFamily(ctx, subject));
    if (!moved) return failure('stale-version');
    const { providerId } = enquiry;
    const { providerName, email } = enquiry.question;
    const phone = askablePlace(tx, subject, providerId)?.phone ?? '';
    const offerId = insertOffer(tx, ctx, subject, providerId, {
      enquiryId: enquiry.id,
      providerName,
      answer,
      contact: { email, phone },
    });
    const linkId = issueLink(tx, ctx, {
      purpose: 'track',
      subjectId: subject.id,
      hours: trackLinkHours,
    });
    enqueueMessage(tx, ctx, {
      kind: 'options-ready',
      subjectId: subject.id,
      linkId,
      dedupeKey: `options-ready:${offerId}`,
    });
    addEvent(tx, ctx, subject, 'option-offered', { providerName, staffName: staff.value.name });
    recordAudit(tx, ctx, {
      action: 'option-offered',
      object: `case:${subject.id}`,
      fields: ['offer'],
    });
    return success(null);
  });
}

/** The family decides next; its clock for having options stops. */
function toFamily(ctx: Ctx, subject: OpenCase): CaseChange {
  const now = ctx.clock.now();
  const closed = closedDays(ctx.settings);
  const { familyAnswer } = stepDays(ctx.settings.targets, subject.isUrgent);
  return {
    status: 'waiting-family',
    nextAction: 'wait-for-family',
    nextActionDue: dueDay(now, familyAnswer, closed),
    ...clockChange(subject, 'waiting-family', now, closed),
    ...optionsGiven(subject, now),
  };
}

/**
 * The answer that can be put before the family; null for a refusal, none yet, or one that was. An
 * option that was taken back may be put there again.
 */
function offerableAnswer(enquiry: Enquiry, offers: readonly Offer[]): ProviderAnswer | null {
  const offered = offers.some(
    ({ detail, status }) => detail.enquiryId === enquiry.id && status !== 'withdrawn',
  );
  return offered || enquiry.answer?.answer === 'no' ? null : enquiry.answer;
}
