import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { eraseCase } from './erase-case.ts';
import { findErasable } from './erase-store.ts';
import { ownCaseId } from './tracking.ts';

type DeleteProblem = 'not-found' | 'on-hold';
/** What a family is shown before it has its request deleted. */
export type Deletion = {
  /** The request is still being worked on; deleting it stops that. */
  readonly isOpen: boolean;
  /** It must be kept for now, because somebody has to answer for it. */
  readonly isOnHold: boolean;
};

/** What deleting would mean to the family that asks. Problem: `not-found`. */
export function lookAtDeletion(ctx: Ctx): Result<Deletion, 'not-found'> {
  const id = ownCaseId(ctx.actor);
  const found = id === undefined ? undefined : findErasable(ctx.db, id);
  if (found?.erasedAt !== null) return failure('not-found');
  return success({ isOpen: found.status !== 'closed', isOnHold: found.isOnHold });
}

/** Deletes what is held about the request of the family that asks, for good. */
export function deleteRequest(ctx: Ctx): Result<null, DeleteProblem> {
  const id = ownCaseId(ctx.actor);
  if (id === undefined) return failure('not-found');
  return inTransaction(ctx.db, (tx) => eraseCase(tx, ctx, id, 'family-asked'));
}
