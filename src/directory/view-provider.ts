import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { failure, success, type Result } from '#platform/result.ts';
import type { Neighbour } from './provider-around.view.ts';
import { getProvider, listIdsAtLocation, listProvidersByIds } from './provider-store.ts';
import { providerView, type ProviderView } from './provider.view.ts';
import type { Provider } from './provider.ts';

/** A provider's page. Problem: `not-found` (unknown, left, or not to be shown). */
export function viewProvider(
  ctx: Ctx,
  href: (path: string, query?: Query) => string,
  id: string,
): Result<ProviderView, 'not-found'> {
  const provider = getProvider(ctx.db, id);
  if (provider === null) return failure('not-found');
  const here = othersHere(ctx, provider);
  return success(
    providerView(ctx, href, provider, { here, nearby: alternatives(ctx, provider, here) }),
  );
}

/** Two who share a home are not shown to do so, and the telephone is no place to share. */
function othersHere({ db }: Ctx, provider: Provider): readonly Provider[] {
  if (provider.premises !== 'non-domestic' || provider.isVirtual) return [];
  const ids = listIdsAtLocation(db, provider.locationId).filter((id) => id !== provider.id);
  return listProvidersByIds(db, ids);
}

const farthest = 10;
const fewest = 4;

/** The nearest of the same kind within ten miles that are not at the same place. */
function alternatives(
  { db, search }: Ctx,
  { id, kind, point, isVirtual }: Provider,
  here: readonly Provider[],
): readonly Neighbour[] {
  if (point === null || isVirtual) return [];
  const known = new Set([id, ...here.map((other) => other.id)]);
  const { hits } = search.searchHere({
    words: '',
    near: point,
    withinMiles: farthest,
    along: null,
    covers: [],
    filters: [{ facet: 'kind', anyOf: [kind] }],
    count: [],
    sort: 'distance',
    offset: 0,
    limit: fewest + known.size,
  });
  const chosen = hits.filter((hit) => !known.has(hit.id)).slice(0, fewest);
  const miles = new Map(chosen.map((hit) => [hit.id, hit.miles]));
  return listProvidersByIds(db, [...miles.keys()]).flatMap((provider) => {
    const distance = miles.get(provider.id) ?? null;
    return distance === null ? [] : [{ provider, miles: distance }];
  });
}
