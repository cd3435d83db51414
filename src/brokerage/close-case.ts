import type { Tx } from '#db/open-database.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { issueLink } from '#platform/links/issue-link.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { mayBecome, type Outcome } from './case-status.ts';
import { changeCase, type OpenCase } from './case-store.ts';
import { demandRows } from './demand-rows.ts';
import { insertDemand } from './demand-store.ts';
import { withdrawOpenOffers } from './offer-store.ts';
import { trackLinkHours } from './tracking.ts';

/**
 * Closes a case within the caller's transaction: status, open offers, audit, the family's message
 * and the anonymous row for sufficiency. The caller adds the timeline event that says why. False when
 * somebody changed the case first or it cannot close.
 */
export function closeCase(
  tx: Tx,
  ctx: Ctx,
  subject: OpenCase,
  outcome: Outcome,
  reason?: string,
): boolean {
  if (!mayBecome(subject.status, 'closed')) return false;
  const now = ctx.clock.now();
  const closed = changeCase(tx, subject.id, subject.version, {
    status: 'closed',
    outcome,
    closedAt: now.toISOString(),
    nextAction: null,
    nextActionDue: null,
  });
  if (!closed) return false;
  for (const row of demandRows(tx, subject, outcome, londonDay(now))) insertDemand(tx, ctx, row);
  withdrawOpenOffers(tx, ctx, subject.id);
  recordAudit(tx, ctx, {
    action: 'case-closed',
    object: `case:${subject.id}`,
    fields: ['status', 'outcome'],
    ...(reason !== undefined && { reason }),
  });
  const linkId = issueLink(tx, ctx, {
    purpose: 'track',
    subjectId: subject.id,
    hours: trackLinkHours,
  });
  enqueueMessage(tx, ctx, {
    kind: 'request-closed',
    subjectId: subject.id,
    linkId,
    dedupeKey: `request-closed:${subject.id}:${subject.version}`,
  });
  return true;
}
