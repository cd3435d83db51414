import type { OpenCase } from '#brokerage/case-store.ts';
import { findFeedback } from '#brokerage/feedback-store.ts';
import type { Feedback } from '#brokerage/feedback.ts';
import type { Message } from '#brokerage/message.ts';
import type { TimelineEvent } from '#brokerage/timeline.ts';
import { listEvents } from '#brokerage/timeline-store.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { clockOf, type CaseClock } from '../queue/queue.ts';
import { listCalls } from './call-store.ts';
import type { Call } from './call.ts';
import { seesSensitive } from './as-seen-by.ts';
import { listContacts, type Contact } from './contact-store.ts';
import { maskedFile } from './mask-file.ts';
import { listNotes, type Note } from './note-store.ts';
import { readCase } from './read-case.ts';
import { openConversation } from './read-conversation.ts';
import { listReferrals, type Referral } from './referral-store.ts';
import { listTasks, type Task } from './task-store.ts';
import { viewAsking, type CaseAsking } from './view-asking.ts';
import { viewTies, type CaseTies } from './view-ties.ts';

export type CaseFile = {
  readonly subject: OpenCase;
  readonly clock: CaseClock;
  readonly events: readonly TimelineEvent[];
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
  readonly calls: readonly Call[];
  readonly tasks: readonly Task[];
  readonly contacts: readonly Contact[];
  readonly referrals: readonly Referral[];
  readonly ties: CaseTies;
  readonly feedback: Feedback | null;
  readonly asking: CaseAsking;
};

/** Everything a broker needs on one page; reading it is audited. Problems: `not-allowed`, `not-found`. */
export function viewCase(
  ctx: Ctx,
  reference: string,
): Result<CaseFile, 'not-allowed' | 'not-found'> {
  const read = readCase(ctx, reference);
  if (!read.ok) return read;
  const subject = read.value;
  const { db } = ctx;
  const file: CaseFile = {
    subject,
    clock: clockOf(subject.nextActionDue, londonDay(ctx.clock.now()), closedDays(ctx.settings)),
    events: listEvents(db, subject),
    messages: openConversation(ctx, subject),
    ...{ notes: listNotes(db, subject), calls: listCalls(db, subject) },
    ...{ tasks: listTasks(db, subject), contacts: listContacts(db, subject) },
    ...{ referrals: listReferrals(db, subject), ties: viewTies(ctx, subject) },
    feedback: findFeedback(db, subject),
    asking: viewAsking(ctx, subject),
  };
  return success(seesSensitive(ctx) ? file : maskedFile(file, ctx.words.t('accounts:masked')));
}
