import { findCase, type OpenCase } from '#brokerage/case-store.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import type { Tx } from '#db/open-database.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { londonDay, londonTime } from '#platform/calendar/london-time.ts';
import { isWorkingDay } from '#platform/calendar/working-days.ts';
import type { App, Ctx } from '#platform/context.ts';
import { issueLink } from '#platform/links/issue-link.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { inTransaction } from '#platform/transaction.ts';
import { insertTask } from './asking-tasks-store.ts';
import { listEnquiries, listUnanswered, markReminded } from './enquiry-store.ts';
import { answerLinkHours } from './send-question.ts';

export type Reminded = { readonly reminded: number; readonly calls: number };

/** Messages that nobody reads at night are sent in the day, London time. */
const opens = 8;
const closes = 17;

/**
 * Run by housekeeping, as often as it likes: a provider that has not answered by its day is reminded
 * once, and one that has not answered by the next working day either is put on the list of calls.
 * Nothing happens outside working hours, or about a case that is closed.
 */
export function remindProviders(app: App): Reminded {
  const { day, hour } = londonTime(app.clock.now());
  const isWorkTime = isWorkingDay(day, closedDays(app.settings)) && hour >= opens && hour < closes;
  if (!isWorkTime) return { reminded: 0, calls: 0 };
  const ctx: Ctx = { ...app, actor: { kind: 'system' }, words: app.catalogue.speak('en') };
  const late = listUnanswered(app.db, day);
  const toRemind = late.filter(({ remindedAt }) => remindedAt === null);
  const toCall = late.filter(
    ({ remindedAt }) => remindedAt !== null && londonDay(new Date(remindedAt)) < day,
  );
  return {
    reminded: toRemind.filter((one) => onOpenCase(ctx, one.caseId, remind(ctx, one.id))).length,
    calls: toCall.filter((one) => onOpenCase(ctx, one.caseId, call(ctx, one.id, day))).length,
  };
}

type Work = (tx: Tx, subject: OpenCase) => boolean;

/** Does it in a transaction of its own; false when the case is closed, or there was nothing to do. */
function onOpenCase(ctx: Ctx, caseId: string, work: Work): boolean {
  return inTransaction(ctx.db, (tx): boolean => {
    const subject = findCase(tx, ctx, { id: caseId });
    return subject !== undefined && subject.status !== 'closed' && work(tx, subject);
  });
}

const remind =
  (ctx: Ctx, enquiryId: string): Work =>
  (tx, subject) => {
    const enquiry = listEnquiries(tx, subject).find(({ id }) => id === enquiryId);
    if (enquiry?.remindedAt !== null || enquiry.answer !== null) return false;
    markReminded(tx, ctx, enquiryId);
    const link = { purpose: 'answer', subjectId: enquiryId, hours: answerLinkHours } as const;
    enqueueMessage(tx, ctx, {
      kind: 'provider-reminder',
      subjectId: enquiryId,
      linkId: issueLink(tx, ctx, link),
      dedupeKey: `provider-reminder:${enquiryId}`,
    });
    const { providerName } = enquiry.question;
    addEvent(tx, ctx, subject, 'provider-reminded', { providerName });
    recordAudit(tx, ctx, { action: 'provider-reminded', object: `case:${subject.id}` });
    return true;
  };

const call =
  (ctx: Ctx, enquiryId: string, due: string): Work =>
  (tx, { id }) =>
    insertTask(tx, ctx, { caseId: id, kind: 'call-provider', due, subject: enquiryId });
