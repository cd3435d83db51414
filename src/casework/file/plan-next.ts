import { clockChange } from '#brokerage/case-clocks.ts';
import { mayBecome, type CaseStatus, type NextAction } from '#brokerage/case-status.ts';
import { changeCase } from '#brokerage/case-store.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { workOnCase, type AtProblem, type CaseAt } from './work-on-case.ts';

const statusOf = (next: NextAction): CaseStatus =>
  next === 'wait-for-provider'
    ? 'waiting-provider'
    : next === 'wait-for-family'
      ? 'waiting-family'
      : 'in-progress';

/**
 * The broker says what comes next and by which London day; waiting for the family stops the second
 * clock. Problems: `not-allowed`, `not-found`, `stale-version`, `not-in-this-state` (nobody owns the
 * case, or it has closed).
 */
export const planNext = (
  ctx: Ctx,
  at: CaseAt,
  plan: { readonly nextAction: NextAction; readonly nextActionDue: string },
): Result<null, AtProblem | 'not-in-this-state'> =>
  workOnCase(ctx, at, (tx, subject): Result<null, 'not-in-this-state'> => {
    const status = statusOf(plan.nextAction);
    if (subject.status === 'new' || !mayBecome(subject.status, status))
      return failure('not-in-this-state');
    const clocks = clockChange(subject, status, ctx.clock.now(), closedDays(ctx.settings));
    changeCase(tx, subject.id, subject.version, { ...plan, ...clocks, status });
    recordAudit(tx, ctx, {
      action: 'next-action-planned',
      object: `case:${subject.id}`,
      fields: ['nextAction', 'nextActionDue'],
    });
    return success(null);
  });
