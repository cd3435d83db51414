import { eraseCase } from '#brokerage/erase-case.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { workOnCase, type AtProblem } from '../file/work-on-case.ts';
import { findOpenErasure, refuseErasure } from './erasure-store.ts';
import { managerOf } from './manager.ts';

type Problem = AtProblem | 'not-in-this-state' | 'on-hold';

/**
 * A manager erases a case for good, or refuses to, on the request of somebody else. Problems:
 * `not-allowed` (no manager, or who asked for it), `not-found`, `not-in-this-state` (nobody asked),
 * `on-hold` (kept for a court, or a complaint is not answered yet).
 */
export function decideErasure(
  ctx: Ctx,
  reference: string,
  decision: 'erase' | 'refuse',
): Result<null, Problem> {
  const manager = managerOf(ctx.actor);
  if (!manager.ok) return manager;
  return workOnCase(
    ctx,
    { reference, version: null },
    (tx, subject, staff): Result<null, Problem> => {
      const asked = findOpenErasure(tx, subject);
      if (!asked) return failure('not-in-this-state');
      if (asked.askedBy === staff.id) return failure('not-allowed');
      const object = `case:${subject.id}`;
      const reason = `asked-by:${asked.askedBy}`;
      if (decision === 'refuse') {
        refuseErasure(tx, ctx, asked.id, staff);
        recordAudit(tx, ctx, { action: 'erasure-refused', object, reason });
        return success(null);
      }
      recordAudit(tx, ctx, { action: 'erasure-approved', object, reason });
      return eraseCase(tx, ctx, subject.id, 'staff-asked');
    },
  );
}
