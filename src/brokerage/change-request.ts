import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { insertDraft } from './draft-store.ts';
import { ownCase } from './own-case.ts';

/**
 * Opens a draft with a family's own answers, so that it can change them by the same questions; sending
 * it puts them in place of those before. Gives the draft's secret. Problems: `not-found`,
 * `not-in-this-state` (closed, or its answers were not kept as typed).
 */
export function changeRequest(ctx: Ctx): Result<string, 'not-found' | 'not-in-this-state'> {
  const own = ownCase(ctx.db, ctx);
  if (!own.ok) return own;
  const { id, status, family } = own.value;
  const { typed, first, cameFrom } = family;
  if (status === 'closed' || Object.keys(typed).length === 0) return failure('not-in-this-state');
  return success(insertDraft(ctx.db, ctx, { steps: typed, suggested: {}, first, cameFrom }, id));
}
