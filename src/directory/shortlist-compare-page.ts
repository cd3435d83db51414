import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { milesBetween } from '#platform/search/miles-between.ts';
import { findPostcode } from './postcode-store.ts';
import { listProvidersByIds } from './provider-store.ts';
import { compareLimit, readIds } from './shortlist.ts';
import { compareView } from './shortlist-compare.view.ts';

/**
 * Up to four places side by side: those that an address names, else the browser's own. `status` is
 * 400 when `near` is no postcode that is known here.
 */
export function comparePage(
  ctx: Ctx,
  href: (path: string, query?: Query) => string,
  search: URLSearchParams,
  cookie: string | undefined,
) {
  const kept = readIds([cookie ?? '']);
  const ids = search.has('ids') ? readIds(search.getAll('ids')) : kept;
  const typed = (search.get('near') ?? '').trim().slice(0, 40);
  const looked = typed === '' ? null : findPostcode(ctx.db, typed);
  const point = looked?.ok === true ? looked.value.point : null;
  const places = listProvidersByIds(ctx.db, ids).map((provider) => ({
    provider,
    miles: point === null || provider.point === null ? null : milesBetween(point, provider.point),
  }));
  const view = compareView(ctx.words, href, {
    places: places.slice(0, compareLimit),
    left: places.slice(compareLimit),
    isOwn: ids.every((id) => kept.includes(id)),
    near: { typed, point },
    today: londonDay(ctx.clock.now()),
    publicUrl: ctx.settings.publicUrl,
  });
  return { view, status: view.near.problem ? 400 : 200 };
}
