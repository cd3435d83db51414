import { findCase, type OpenCase } from '#brokerage/case-store.ts';
import type { Reader } from '#db/open-database.ts';
import type { Ctx } from '#platform/context.ts';
import { isLetIn } from './staff-rights.ts';

/**
 * The case that a member of staff names, if it is theirs to open. For the inclusion team a case of a
 * family that did not let it in is not there.
 */
export function findCaseFor(
  db: Reader,
  ctx: Ctx,
  where: { readonly reference: string },
): OpenCase | undefined {
  const found = findCase(db, ctx, where);
  return found && isLetIn(ctx.actor, found.family.sharing.team) ? found : undefined;
}
