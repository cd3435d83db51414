import type { OpenCase } from '#brokerage/case-store.ts';
import type { Tx } from '#db/open-database.ts';
import type { Ctx } from '#platform/context.ts';
import type { Problem } from '#platform/problem.ts';
import { failure, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { findCaseFor } from '../staff-cases.ts';
import { staffWith, type StaffActor } from '../staff-rights.ts';

/** A case as somebody saw it. `version` is null for what only adds to it and cannot be in conflict. */
export type CaseAt = { readonly reference: string; readonly version: number | null };
export type AtProblem = 'not-allowed' | 'not-found' | 'stale-version';

/**
 * Runs `work` on a case in one transaction, for staff who may work on it and if nobody has changed it
 * since `version`. Problems: `not-allowed`, `not-found`, `stale-version`, and those of `work`.
 */
export function workOnCase<T, P extends Problem = never>(
  ctx: Ctx,
  { reference, version }: CaseAt,
  work: (tx: Tx, subject: OpenCase, staff: StaffActor) => Result<T, P>,
): Result<T, AtProblem | P> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<T, AtProblem | P> => {
    const subject = findCaseFor(tx, ctx, { reference });
    if (!subject) return failure('not-found');
    if (version !== null && subject.version !== version) return failure('stale-version');
    return work(tx, subject, staff.value);
  });
}
