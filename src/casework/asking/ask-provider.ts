import { changeCase, findCase, type OpenCase } from '#brokerage/case-store.ts';
import { mayBecome } from '#brokerage/case-status.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import { getProvider } from '#directory/provider-store.ts';
import type { Tx } from '#db/open-database.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import { issueLink } from '#platform/links/issue-link.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { questionFor } from './enquiry.ts';
import { insertEnquiry, listEnquiries } from './enquiry-store.ts';
import { staffWith, type StaffActor } from '../staff-rights.ts';

type AskProblem = 'not-allowed' | 'not-found' | 'stale-version' | 'not-in-this-state';
export type Ask = {
  readonly reference: string;
  readonly version: number;
  readonly providerId: string;
  /** Where the question goes; the broker may have learned another address than the directory's. */
  readonly email: string;
  /** The provider's name as staff know it; a childminder's is often not in the directory. */
  readonly providerName: string;
  readonly note: string;
  /** The family has said yes to this place being asked. */
  readonly agreed: boolean;
};

/** A provider's link to its question works for two weeks. */
export const answerLinkHours = 14 * 24;

/**
 * Sends one question to one provider, by a one-time link; each provider is asked once about a case,
 * and only with the family's agreement where it wants to be asked first.
 * Problems: `not-allowed`, `not-found`, `stale-version`, `not-in-this-state`.
 */
export function askProvider(ctx: Ctx, ask: Ask): Result<null, AskProblem> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<null, AskProblem> => {
    const subject = findCase(tx, ctx, { reference: ask.reference });
    if (!subject || !getProvider(tx, ask.providerId)) return failure('not-found');
    if (!mayAsk(tx, subject, ask)) return failure('not-in-this-state');
    const answerDue = dueDay(
      ctx.clock.now(),
      ctx.settings.targets.providerAnswer,
      closedDays(ctx.settings),
    );
    const moved = changeCase(tx, subject.id, ask.version, {
      status: 'waiting-provider',
      nextAction: 'wait-for-provider',
      nextActionDue: answerDue,
    });
    if (!moved) return failure('stale-version');
    sendQuestion(tx, { ...ctx, actor: staff.value }, subject, ask, answerDue);
    return success(null);
  });
}

function mayAsk(tx: Tx, subject: OpenCase, ask: Ask): boolean {
  if (subject.ownerId === null || !mayBecome(subject.status, 'waiting-provider')) return false;
  const needsWord = subject.family.sharing.share === 'ask-first' && !ask.agreed;
  return !needsWord && !wasAsked(tx, subject, ask.providerId);
}

const wasAsked = (tx: Tx, subject: OpenCase, providerId: string): boolean =>
  listEnquiries(tx, subject).some((enquiry) => enquiry.providerId === providerId);

function sendQuestion(
  tx: Tx,
  ctx: Ctx & { actor: StaffActor },
  subject: OpenCase,
  ask: Ask,
  answerDue: string,
): void {
  const { email, providerName, note } = ask;
  const question = questionFor(subject.family, londonDay(ctx.clock.now()), {
    email,
    providerName,
    note,
  });
  const enquiryId = insertEnquiry(tx, ctx, subject, {
    providerId: ask.providerId,
    question,
    answerDue,
  });
  const linkId = issueLink(tx, ctx, {
    purpose: 'answer',
    subjectId: enquiryId,
    hours: answerLinkHours,
  });
  enqueueMessage(tx, ctx, {
    kind: 'provider-enquiry',
    subjectId: enquiryId,
    linkId,
    dedupeKey: `provider-enquiry:${enquiryId}`,
  });
  addEvent(tx, ctx, subject, 'provider-asked', { providerName, staffName: ctx.actor.name });
  recordAudit(tx, ctx, {
    action: 'provider-asked',
    object: `case:${subject.id}`,
    fields:
      question.needGroups !== null
        ? ['age', 'times', 'district', 'needs']
        : ['age', 'times', 'district'],
    ...(ask.agreed && { reason: 'the family agreed' }),
  });
}
