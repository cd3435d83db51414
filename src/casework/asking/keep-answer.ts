import { clockChange } from '#brokerage/case-clocks.ts';
import { changeCase, type CaseChange, type OpenCase } from '#brokerage/case-store.ts';
import type { ProviderAnswer } from '#brokerage/provider-answer.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import type { Tx } from '#db/open-database.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import { finishTasks, insertTask } from './asking-tasks-store.ts';
import { saveAnswer, type Enquiry } from './enquiry-store.ts';
import { wantsSecondLook } from './look-again.ts';
import { proposeFacts } from './propose-facts.ts';
import type { LearnedFacts } from './learned-facts.ts';

export type Given = { readonly answer: ProviderAnswer; readonly facts: LearnedFacts };

/**
 * Keeps an answer in the caller's transaction, whoever brought it: the broker reads it next, nobody
 * needs to phone any more, a second person looks where that may be wanted, and what the directory
 * could learn from it is proposed. The version of the case rises. `staffName` is whoever took it down.
 */
export function keepAnswer(
  tx: Tx,
  ctx: Ctx,
  { subject, enquiry }: { readonly subject: OpenCase; readonly enquiry: Enquiry },
  { answer, facts }: Given,
  staffName?: string,
): void {
  saveAnswer(tx, ctx, subject, enquiry.id, answer);
  changeCase(tx, subject.id, subject.version, nextStep(ctx, subject));
  finishTasks(tx, ctx, subject.id, ['call-provider'], enquiry.id);
  if (wantsSecondLook(answer, subject.family)) {
    insertTask(tx, ctx, {
      ...{ caseId: subject.id, kind: 'look-again', subject: enquiry.id },
      due: dueDay(ctx.clock.now(), 1, closedDays(ctx.settings)),
    });
  }
  proposeFacts(tx, ctx, enquiry.providerId, facts, answer.source ?? 'provider-answer');
  addEvent(tx, ctx, subject, 'provider-answered', {
    providerName: enquiry.question.providerName,
    ...(staffName !== undefined && { staffName }),
  });
  recordAudit(tx, ctx, {
    action: staffName === undefined ? 'provider-answered' : 'provider-answer-recorded',
    object: `case:${subject.id}`,
    fields: ['answer'],
  });
}

/**
 * A broker who waits or looks for places reads the answer next. Whatever comes next, the case has a
 * new version, so that nobody offers an answer they have not seen.
 */
function nextStep(ctx: Ctx, subject: OpenCase): CaseChange {
  const { nextAction } = subject;
  if (nextAction !== 'wait-for-provider' && nextAction !== 'find-places') return {};
  const now = ctx.clock.now();
  const closed = closedDays(ctx.settings);
  return {
    status: 'in-progress',
    nextAction: 'read-answer',
    nextActionDue: dueDay(now, 1, closed),
    ...clockChange(subject, 'in-progress', now, closed),
  };
}
