import { changeCase, type CaseChange, type OpenCase } from '#brokerage/case-store.ts';
import type { ProviderAnswer } from '#brokerage/provider-answer.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import { saveAnswer } from '#casework/asking/enquiry-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { readEnquiry } from './read-enquiry.ts';

type AnswerProblem = 'not-found' | 'not-in-this-state';

/**
 * Keeps a provider's answer and puts it before the broker. It may be changed until the case closes.
 * Problems: `not-found`, `not-in-this-state` (the case has closed).
 */
export function answerEnquiry(ctx: Ctx, answer: ProviderAnswer): Result<null, AnswerProblem> {
  return inTransaction(ctx.db, (tx): Result<null, AnswerProblem> => {
    const own = readEnquiry(tx, ctx);
    if (!own.ok) return own;
    const { subject, enquiry } = own.value;
    if (subject.status === 'closed') return failure('not-in-this-state');
    saveAnswer(tx, ctx, subject, enquiry.id, answer);
    changeCase(tx, subject.id, subject.version, nextStep(ctx, subject));
    addEvent(tx, ctx, subject, 'provider-answered', {
      providerName: enquiry.question.providerName,
    });
    recordAudit(tx, ctx, {
      action: 'provider-answered',
      object: `case:${subject.id}`,
      fields: ['answer'],
    });
    return success(null);
  });
}

/**
 * A broker who waits or looks for places reads the answer next. Whatever comes next, the case has a
 * new version, so that nobody offers an answer they have not seen.
 */
const nextStep = (ctx: Ctx, { nextAction }: OpenCase): CaseChange =>
  nextAction === 'wait-for-provider' || nextAction === 'find-places'
    ? {
        status: 'in-progress',
        nextAction: 'read-answer',
        nextActionDue: dueDay(ctx.clock.now(), 1, closedDays(ctx.settings)),
      }
    : {};
