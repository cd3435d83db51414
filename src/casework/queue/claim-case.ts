import { addEvent } from '#brokerage/timeline-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { takeOwnership } from './ownership-store.ts';
import { findCaseFor } from '../staff-cases.ts';
import { staffWith } from '../staff-rights.ts';

type ClaimProblem = 'not-allowed' | 'not-found' | 'already-claimed' | 'not-in-this-state';

/**
 * Makes the asker the case's owner if nobody else is; of many at once, one succeeds. Claiming what is
 * one's own changes nothing. Problems: `not-allowed`, `not-found`, `already-claimed`,
 * `not-in-this-state` (it has closed).
 */
export function claimCase(ctx: Ctx, reference: string): Result<null, ClaimProblem> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<null, ClaimProblem> => {
    const subject = findCaseFor(tx, ctx, { reference });
    if (!subject) return failure('not-found');
    if (subject.ownerId === staff.value.id) return success(null);
    if (subject.status === 'closed') return failure('not-in-this-state');
    if (!takeOwnership(tx, subject.id, staff.value.id)) return failure('already-claimed');
    addEvent(tx, ctx, subject, 'claimed', { staffName: staff.value.name });
    recordAudit(tx, ctx, {
      action: 'case-claimed',
      object: `case:${subject.id}`,
      fields: ['owner'],
    });
    return success(null);
  });
}
