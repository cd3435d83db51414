import { getProvider } from '#directory/provider-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { findCaseFor } from '../staff-cases.ts';
import { staffWith } from '../staff-rights.ts';
import { setVerdict } from './case-place-store.ts';

type JudgeProblem = 'not-allowed' | 'not-found' | 'not-in-this-state';

/**
 * The broker pins a place for a case, drops it with a reason, or (`null`) takes either back. The last
 * word counts, so it needs no version. Problems: `not-allowed`, `not-found`, `not-in-this-state`.
 */
export function judgePlace(
  ctx: Ctx,
  input: {
    readonly reference: string;
    readonly providerId: string;
    readonly verdict: 'pinned' | 'dropped' | null;
    readonly reason: string;
  },
): Result<null, JudgeProblem> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  const { reference, providerId, verdict, reason } = input;
  return inTransaction(ctx.db, (tx): Result<null, JudgeProblem> => {
    const subject = findCaseFor(tx, ctx, { reference });
    if (!subject || !getProvider(tx, providerId)) return failure('not-found');
    if (subject.status === 'closed') return failure('not-in-this-state');
    const said = verdict === null ? null : { verdict, reason };
    setVerdict(tx, { ...ctx, actor: staff.value }, subject, providerId, said);
    recordAudit(tx, ctx, {
      action: `place-${verdict ?? 'unjudged'}`,
      object: `case:${subject.id}`,
      fields: ['place'],
    });
    return success(null);
  });
}
