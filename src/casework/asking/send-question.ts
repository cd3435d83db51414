import type { OpenCase } from '#brokerage/case-store.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import type { Tx } from '#db/open-database.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { issueLink } from '#platform/links/issue-link.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import type { StaffActor } from '../staff-rights.ts';
import type { AskedPlace } from './ask-providers.ts';
import { questionFor, type EnquiryQuestion } from './enquiry.ts';
import { insertEnquiry } from './enquiry-store.ts';

/** A provider's link to its question works for two weeks. */
export const answerLinkHours = 14 * 24;

type Told = AskedPlace & {
  readonly note: string;
  readonly withDay: boolean;
  /** London day. */
  readonly answerDue: string;
};

/** Keeps one place's question and queues its message, in the caller's transaction. */
export function sendQuestion(
  tx: Tx,
  ctx: Ctx & { readonly actor: StaffActor },
  subject: OpenCase,
  { providerId, email, providerName, agreed, note, withDay, answerDue }: Told,
): void {
  const to = { email, providerName, note, withDay };
  const question = questionFor(subject.family, londonDay(ctx.clock.now()), to);
  const enquiryId = insertEnquiry(tx, ctx, subject, { providerId, question, answerDue });
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
    fields: toldFields(question),
    ...(agreed && { reason: 'the family agreed' }),
  });
}

const toldFields = ({ needGroups, day = '' }: EnquiryQuestion): readonly string[] => [
  ...['age', 'times', 'district'],
  ...(needGroups === null ? [] : ['needs']),
  ...(day === '' ? [] : ['day']),
];
