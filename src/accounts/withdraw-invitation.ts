import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Actor, App } from '#platform/context.ts';
import { forgetSubjects } from '#platform/links/forget-subjects.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { deleteInvitation, findOpenInvitation } from './invitation-store.ts';
import { mayManageStaff } from './may-manage-staff.ts';

type Problem = 'not-allowed' | 'not-found';

/**
 * Takes an invitation back: its links open nothing from now on, and an unsent message is not sent.
 * Problems: `not-allowed`; `not-found` when it is not there or has been taken up.
 */
export function withdrawInvitation(
  ctx: App & { readonly actor: Actor },
  id: string,
): Result<null, Problem> {
  if (!mayManageStaff(ctx.actor)) return failure('not-allowed');
  return inTransaction(ctx.db, (tx): Result<null, Problem> => {
    if (!findOpenInvitation(tx, id)) return failure('not-found');
    forgetSubjects(tx, [id]);
    deleteInvitation(tx, id);
    recordAudit(tx, ctx, { action: 'staff-invitation-withdrawn', object: `invitation:${id}` });
    return success(null);
  });
}
