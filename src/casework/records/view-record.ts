import { findHead } from '#platform/audit/find-head.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { managerOf } from './manager.ts';
import { caseIdOf, listEntries, type Entry } from './record-store.ts';

/**
 * Who read and changed one case, oldest first, also of one that was erased; that somebody looked is
 * recorded after it. Problems: `not-allowed` (but for managers), `not-found`.
 */
export function viewRecord(
  ctx: Ctx,
  reference: string,
): Result<readonly Entry[], 'not-allowed' | 'not-found'> {
  const staff = managerOf(ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<readonly Entry[], 'not-found'> => {
    const id = caseIdOf(tx, reference);
    if (id === undefined) return failure('not-found');
    const entries = listEntries(tx, id);
    recordAudit(tx, ctx, { action: 'record-read', object: `case:${id}` });
    return success(entries);
  });
}

/** The head of the whole record, to note elsewhere. Problem: `not-allowed` (but for managers). */
export function viewHead(
  ctx: Ctx,
): Result<{ readonly seq: number; readonly hash: string }, 'not-allowed'> {
  const staff = managerOf(ctx.actor);
  return staff.ok ? success(findHead(ctx.db)) : staff;
}
