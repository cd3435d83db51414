import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { closeCase } from './close-case.ts';
import { ownCase } from './own-case.ts';
import { addEvent } from './timeline-store.ts';

type WithdrawProblem = 'not-found' | 'not-in-this-state';

/** The family no longer wants help; the case closes. Problems: `not-found`, `not-in-this-state`. */
export function withdrawRequest(ctx: Ctx): Result<null, WithdrawProblem> {
  return inTransaction(ctx.db, (tx): Result<null, WithdrawProblem> => {
    const own = ownCase(tx, ctx);
    if (!own.ok) return own;
    if (!closeCase(tx, ctx, own.value, 'withdrawn')) return failure('not-in-this-state');
    addEvent(tx, ctx, own.value, 'withdrawn');
    return success(null);
  });
}
