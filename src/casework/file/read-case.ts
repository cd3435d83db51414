import { findCase, type OpenCase } from '#brokerage/case-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { staffWith } from '../staff-rights.ts';

/** What a family told, for a member of staff; the reading is audited. Problems: `not-allowed`, `not-found`. */
export function readCase(
  ctx: Ctx,
  reference: string,
): Result<OpenCase, 'not-allowed' | 'not-found'> {
  const staff = staffWith('read', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<OpenCase, 'not-found'> => {
    const subject = findCase(tx, ctx, { reference });
    if (!subject) return failure('not-found');
    recordAudit(tx, ctx, { action: 'case-read', object: `case:${subject.id}`, fields: ['family'] });
    return success(subject);
  });
}
