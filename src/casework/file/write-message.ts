import { changeCase } from '#brokerage/case-store.ts';
import { insertMessage } from '#brokerage/message-store.ts';
import type { Written } from '#brokerage/message.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import { trackLinkHours } from '#brokerage/tracking.ts';
import type { Tx } from '#db/open-database.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { issueLink } from '#platform/links/issue-link.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { stepAfterMessage } from './step-after-message.ts';
import { findCaseFor } from '../staff-cases.ts';
import { staffWith } from '../staff-rights.ts';

type WriteProblem = 'not-allowed' | 'not-found' | 'not-in-this-state' | 'stale-version';

/**
 * A member of staff writes to the family, which gets a message that there is something to read. The
 * same form sent twice is one message. `version`, where the writer saw one, must still be the case's.
 * Problems: `not-allowed`, `not-found`, `not-in-this-state` (the request is closed), `stale-version`.
 */
export function writeMessage(
  ctx: Ctx,
  reference: string,
  written: Written & { readonly version?: number },
): Result<null, WriteProblem> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<null, WriteProblem> => {
    const subject = findCaseFor(tx, ctx, { reference });
    if (!subject) return failure('not-found');
    if (subject.status === 'closed') return failure('not-in-this-state');
    const { version = subject.version } = written;
    const messageId = insertMessage(tx, ctx, subject, written);
    if (messageId === null) return success(null);
    if (!changeCase(tx, subject.id, version, stepAfterMessage(tx, ctx, subject)))
      return failure('stale-version');
    tellFamily(tx, ctx, subject.id, messageId);
    addEvent(tx, ctx, subject, 'message-from-staff', { staffName: staff.value.name });
    recordAudit(tx, ctx, {
      action: 'message-written',
      object: `case:${subject.id}`,
      fields: ['message'],
    });
    return success(null);
  });
}

/** Queues the neutral note to a family that there is a message to read, with a fresh link to it. */
export function tellFamily(tx: Tx, ctx: Ctx, caseId: string, messageId: string): void {
  const linkId = issueLink(tx, ctx, {
    purpose: 'track',
    subjectId: caseId,
    hours: trackLinkHours,
  });
  enqueueMessage(tx, ctx, {
    kind: 'new-message',
    subjectId: caseId,
    linkId,
    dedupeKey: `new-message:${messageId}`,
  });
}
