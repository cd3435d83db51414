import { findCase } from '#brokerage/case-store.ts';
import type { Outcome } from '#brokerage/case-status.ts';
import { closeCase } from '#brokerage/close-case.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { staffWith } from '../staff-rights.ts';

type OutcomeProblem = 'not-allowed' | 'not-found' | 'stale-version' | 'not-in-this-state';

/**
 * The broker closes a case with an outcome. Problems: `not-allowed`, `not-found`, `stale-version`,
 * `not-in-this-state`.
 */
export function recordOutcome(
  ctx: Ctx,
  input: {
    readonly reference: string;
    readonly version: number;
    readonly outcome: Outcome;
    readonly note: string;
  },
): Result<null, OutcomeProblem> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<null, OutcomeProblem> => {
    const subject = findCase(tx, ctx, { reference: input.reference });
    if (!subject) return failure('not-found');
    if (subject.version !== input.version) return failure('stale-version');
    if (!closeCase(tx, ctx, subject, input.outcome)) return failure('not-in-this-state');
    addEvent(tx, ctx, subject, 'closed', {
      outcome: input.outcome,
      text: input.note,
      staffName: staff.value.name,
    });
    return success(null);
  });
}
