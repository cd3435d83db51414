import { decideProposal, listProposals, writeProposal } from '#directory/proposal-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { staffWith } from '../staff-rights.ts';

/**
 * Puts a fact that was learned into the directory, or leaves it out. Problems: `not-allowed`,
 * `not-found` (decided already, or there is none).
 */
export function settleProposal(
  ctx: Ctx,
  id: string,
  decision: 'accepted' | 'refused',
): Result<null, 'not-allowed' | 'not-found'> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<null, 'not-found'> => {
    const proposal = listProposals(tx).find((one) => one.id === id);
    if (!proposal) return failure('not-found');
    decideProposal(tx, ctx, id, decision, staff.value.id);
    if (decision === 'accepted') writeProposal(tx, ctx, proposal);
    recordAudit(tx, ctx, {
      action: `proposal-${decision}`,
      object: `provider:${proposal.providerId}`,
      fields: [proposal.fact.kind],
    });
    return success(null);
  });
}
