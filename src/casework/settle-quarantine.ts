import { restartClocks } from '#brokerage/case-clocks.ts';
import { trackLinkHours, trackPurpose } from '#brokerage/tracking.ts';
import type { Tx } from '#db/open-database.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { issueLink } from '#platform/links/issue-link.ts';
import { enqueueMessage, wasQueuedSince } from '#platform/outbox/enqueue-message.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { findHeld, putAside, release, type HeldRequest } from './quarantine-store.ts';
import { staffWith } from './staff-rights.ts';

export const verdicts = ['let-in', 'spam'] as const;
export type Verdict = (typeof verdicts)[number];
type SettleProblem = 'not-allowed' | 'not-found';

/**
 * Decides on a request that was held back. `let-in` puts it into the queue, with the message that
 * thanks its family; the days to answer it count from now. `spam` puts it aside until the retention
 * run erases it, and until then it can still be let in. Settling as it is settled changes nothing.
 * Problems: `not-allowed`, `not-found` (nothing of that reference is held back).
 */
export function settleQuarantine(
  ctx: Ctx,
  reference: string,
  verdict: Verdict,
): Result<null, SettleProblem> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<null, SettleProblem> => {
    const held = findHeld(tx, reference);
    if (!held) return failure('not-found');
    if (verdict === 'let-in') letIn(tx, ctx, held);
    else if (!held.isSpam) putAside(tx, held, ctx.clock.now());
    recordAudit(tx, ctx, {
      action: verdict === 'let-in' ? 'case-let-in' : 'case-put-aside',
      object: `case:${held.id}`,
      fields: ['quarantinedFor', 'status'],
      reason: held.reason,
    });
    return success(null);
  });
}

function letIn(tx: Tx, ctx: Ctx, held: HeldRequest): void {
  release(tx, held, restartClocks(ctx.settings, ctx.clock.now(), held));
  if (wasQueuedSince(tx, 'request-received', held.id, new Date(0))) return;
  const link = { purpose: trackPurpose, subjectId: held.id, hours: trackLinkHours };
  enqueueMessage(tx, ctx, {
    kind: 'request-received',
    subjectId: held.id,
    linkId: issueLink(tx, ctx, link),
    dedupeKey: `request-received:${held.id}`,
  });
}
