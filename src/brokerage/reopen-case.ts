import type { Tx } from '#db/open-database.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { restartClocks } from './case-clocks.ts';
import { changeCase, type CaseChange, type OpenCase } from './case-store.ts';
import { coverFor } from './cover-store.ts';
import { demandRows } from './demand-rows.ts';
import { deleteDemand } from './demand-store.ts';
import { reopenedStatus } from './reopen.ts';
import { addEvent } from './timeline-store.ts';

/**
 * Opens a closed case again within the caller's transaction: it goes back to its owner, or to the
 * queue when it had none, with `next` to do; and its anonymous rows for sufficiency are taken back,
 * because it did not end. Whether it may be opened is the caller's to ask. False when it is not closed
 * or somebody changed it first.
 */
export function reopenCase(
  tx: Tx,
  ctx: Ctx,
  subject: OpenCase,
  next: Required<Pick<CaseChange, 'nextAction' | 'nextActionDue'>>,
): boolean {
  if (subject.status !== 'closed') return false;
  const now = ctx.clock.now();
  const { isUrgent, family } = subject;
  const isReopened = changeCase(tx, subject.id, subject.version, {
    ...next,
    ...restartClocks(ctx.settings, now, { isUrgent, wish: family.wish }),
    status: reopenedStatus,
    ownerId: coverFor(tx, subject.ownerId, londonDay(now)),
    ...{ outcome: null, closedAt: null, reopenedAt: now.toISOString() },
  });
  if (!isReopened) return false;
  uncount(tx, subject);
  addEvent(tx, ctx, subject, 'reopened');
  recordAudit(tx, ctx, {
    action: 'case-reopened',
    object: `case:${subject.id}`,
    fields: ['status', 'outcome'],
  });
  return true;
}

function uncount(tx: Tx, subject: OpenCase): void {
  const { outcome, closedAt } = subject;
  if (outcome === null || closedAt === null) return;
  for (const row of demandRows(tx, subject, outcome, londonDay(new Date(closedAt))))
    deleteDemand(tx, row);
}
