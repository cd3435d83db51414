import type { Reader } from '#db/open-database.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { findCase, type OpenCase } from './case-store.ts';
import { ownCaseId } from './tracking.ts';

/** The case of the family that asks; `not-found` for everyone else, so that nothing is given away. */
export function ownCase(db: Reader, ctx: Ctx): Result<OpenCase, 'not-found'> {
  const id = ownCaseId(ctx.actor);
  const found = id === undefined ? undefined : findCase(db, ctx, { id });
  return found === undefined ? failure('not-found') : success(found);
}
