import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { findCaseFor } from '../staff-cases.ts';
import { staffWith } from '../staff-rights.ts';
import { insertAddedPlace } from './case-place-store.ts';

type AddProblem = 'not-allowed' | 'not-found' | 'not-in-this-state';

/**
 * Adds a place that the directory does not list to one case, where it can be asked like any other;
 * gives the id it is asked under. Problems: `not-allowed`, `not-found`, `not-in-this-state`.
 */
export function addPlaceToCase(
  ctx: Ctx,
  reference: string,
  added: { readonly name: string; readonly email: string; readonly phone: string },
): Result<string, AddProblem> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<string, AddProblem> => {
    const subject = findCaseFor(tx, ctx, { reference });
    if (!subject) return failure('not-found');
    if (subject.status === 'closed') return failure('not-in-this-state');
    const id = insertAddedPlace(tx, { ...ctx, actor: staff.value }, subject, added);
    recordAudit(tx, ctx, {
      action: 'place-added',
      object: `case:${subject.id}`,
      fields: ['place'],
    });
    return success(id);
  });
}
