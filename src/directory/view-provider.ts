import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { getProvider } from './provider-store.ts';
import { providerView } from './provider.view.ts';

/** A provider's page. Problem: `not-found` (unknown, left, or not to be shown). */
export function viewProvider(
  ctx: Ctx,
  id: string,
): Result<ReturnType<typeof providerView> & { readonly id: string }, 'not-found'> {
  const provider = getProvider(ctx.db, id);
  return provider ? success({ ...providerView(ctx, provider), id }) : failure('not-found');
}
