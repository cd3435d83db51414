import { startClocks } from '#brokerage/case-clocks.ts';
import { reopenCase } from '#brokerage/reopen-case.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { workOnCase, type AtProblem, type CaseAt } from './work-on-case.ts';

/**
 * Staff open a closed request again at any time: somebody contacts the family next, and both clocks
 * start anew. Problems: `not-allowed`, `not-found`, `stale-version`, `not-in-this-state` (it is open,
 * or was joined to another: that is taken apart instead).
 */
export const reopenRequest = (
  ctx: Ctx,
  at: CaseAt,
): Result<null, AtProblem | 'not-in-this-state'> =>
  workOnCase(ctx, at, (tx, subject): Result<null, 'not-in-this-state'> => {
    if (subject.mergedInto !== null) return failure('not-in-this-state');
    const { isUrgent, family } = subject;
    const now = ctx.clock.now();
    const { contactDue } = startClocks(ctx.settings, now, { isUrgent, wish: family.wish });
    const next = { nextAction: 'contact-family', nextActionDue: contactDue };
    return reopenCase(tx, ctx, subject, next) ? success(null) : failure('not-in-this-state');
  });
