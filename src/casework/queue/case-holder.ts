import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { staffWith } from '../staff-rights.ts';
import { namesOf } from './colleague-store.ts';
import { findOwnership } from './ownership-store.ts';

/** Who has a case, and since when; the name is '' when their account is gone. */
export type Holder = { readonly id: string; readonly name: string; readonly since: Date };

/** Who owns a case; null for nobody. Problems: `not-allowed`, `not-found`. */
export function holderOf(
  ctx: Ctx,
  reference: string,
): Result<Holder | null, 'not-allowed' | 'not-found'> {
  const staff = staffWith('read', ctx.actor);
  if (!staff.ok) return staff;
  const found = findOwnership(ctx.db, reference);
  if (!found) return failure('not-found');
  const { ownerId, since } = found;
  if (ownerId === null) return success(null);
  const name = namesOf(ctx.db, [ownerId]).get(ownerId) ?? '';
  return success({ id: ownerId, name, since: new Date(since) });
}
