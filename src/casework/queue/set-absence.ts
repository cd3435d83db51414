import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { staffWith, type StaffActor } from '../staff-rights.ts';
import { absentOf, deleteAbsence, insertAbsence } from './absence-store.ts';
import { findColleague } from './colleague-store.ts';

export type NewAbsence = {
  readonly staffId: string;
  /** London days, both included. */
  readonly fromDay: string;
  readonly toDay: string;
  /** Null for the queue. */
  readonly coverId: string | null;
};
type AbsenceProblem = 'not-allowed' | 'not-found' | 'not-in-this-state';

/** Everybody says when they are away themselves; a manager says it for others too. */
export const maySetAbsence = ({ id, role }: StaffActor, staffId: string): boolean =>
  role === 'manager' || id === staffId;

/**
 * Keeps days on which somebody is away: what families write meanwhile goes to their cover, or to the
 * queue. Problems: `not-allowed`, `not-found` (nobody who owns cases), `not-in-this-state` (it ends
 * before it begins, or one would cover for oneself).
 */
export function setAbsence(ctx: Ctx, absence: NewAbsence): Result<null, AbsenceProblem> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  const { staffId, fromDay, toDay, coverId } = absence;
  if (!maySetAbsence(staff.value, staffId)) return failure('not-allowed');
  return inTransaction(ctx.db, (tx): Result<null, AbsenceProblem> => {
    const known = [staffId, ...(coverId === null ? [] : [coverId])];
    if (!known.every((id) => findColleague(tx, id))) return failure('not-found');
    if (toDay < fromDay || coverId === staffId) return failure('not-in-this-state');
    insertAbsence(tx, {
      ...{ id: ctx.ids.id(), staffId, fromDay, toDay, coverId },
      setBy: staff.value.id,
      setAt: ctx.clock.now().toISOString(),
    });
    const fields = ['fromDay', 'toDay', 'cover'];
    recordAudit(tx, ctx, { action: 'absence-set', object: `staff:${staffId}`, fields });
    return success(null);
  });
}

/** Takes an absence back. Problems: `not-allowed`, `not-found`. */
export function endAbsence(ctx: Ctx, id: string): Result<null, 'not-allowed' | 'not-found'> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<null, 'not-allowed' | 'not-found'> => {
    const staffId = absentOf(tx, id);
    if (staffId === undefined) return failure('not-found');
    if (!maySetAbsence(staff.value, staffId)) return failure('not-allowed');
    deleteAbsence(tx, id);
    recordAudit(tx, ctx, { action: 'absence-ended', object: `staff:${staffId}` });
    return success(null);
  });
}
