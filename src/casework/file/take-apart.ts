import { caseStatuses, nextActions } from '#brokerage/case-status.ts';
import { changeCase, findCase, type CaseChange } from '#brokerage/case-store.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { lastDayToUndo } from './last-day-to-undo.ts';
import { listTies, undoTie, type Tie } from './tie-store.ts';
import { workOnCase, type AtProblem, type CaseAt } from './work-on-case.ts';

/**
 * Takes two requests apart that were joined or linked, asked from either: one that was joined is again
 * what it was. Problems: `not-allowed`, `not-found`, `stale-version`, `not-in-this-state` (joined more
 * than 30 days ago).
 */
export const takeApart = (
  ctx: Ctx,
  at: CaseAt,
  tieId: string,
): Result<null, AtProblem | 'not-in-this-state'> =>
  workOnCase(ctx, at, (tx, subject, staff): Result<null, AtProblem | 'not-in-this-state'> => {
    const tie = listTies(tx, subject.id).find(({ id }) => id === tieId);
    if (tie === undefined) return failure('not-found');
    if (tie.kind === 'merged' && londonDay(ctx.clock.now()) > lastDayToUndo(tie))
      return failure('not-in-this-state');
    undoTie(tx, ctx, tie.id);
    for (const id of [tie.caseId, tie.otherId]) {
      const one = findCase(tx, ctx, { id });
      if (one === undefined) continue;
      const restored = tie.kind === 'merged' && id === tie.otherId ? asItWas(tie) : {};
      changeCase(tx, one.id, one.version, restored);
      addEvent(tx, ctx, one, 'taken-apart', { staffName: staff.name });
      recordAudit(tx, ctx, {
        action: 'case-taken-apart',
        object: `case:${one.id}`,
        fields: Object.keys(restored),
      });
    }
    return success(null);
  });

const asItWas = ({ before }: Tie): CaseChange => ({
  ...{ mergedInto: null, closedAt: null },
  status: caseStatuses.find((status) => status === before?.['status']) ?? 'in-progress',
  ownerId: before?.['ownerId'] ?? null,
  nextAction: nextActions.find((next) => next === before?.['nextAction']) ?? 'contact-family',
  nextActionDue: before?.['nextActionDue'] ?? null,
  waitingSince: before?.['waitingSince'] ?? null,
});
