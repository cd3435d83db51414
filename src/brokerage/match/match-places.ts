import { findPostcode } from '#directory/postcode-store.ts';
import { readProviders } from '#directory/provider-cache.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Family } from '../family.ts';
import { rankMatches, reasonsFor, type Match } from './match.ts';

const candidates = 100;
/** Places that add more than this to the way are not on it for anybody. */
const widestDetour = 20;

/**
 * The places worth asking for a family, best first, each with its reasons; `also` are looked at
 * wherever they are.
 */
export function matchPlaces(
  ctx: Ctx,
  family: Family,
  also: readonly string[] = [],
): readonly Match[] {
  const home = pointOf(ctx, family.place.postcode);
  const work = pointOf(ctx, family.place.otherPostcode);
  const miles = new Map<string, number | null>(
    search(ctx, home, null).map((hit) => [hit.id, hit.miles]),
  );
  const way = home && work ? search(ctx, home, work) : [];
  const detours = new Map(way.map((hit) => [hit.id, hit.detourMiles]));
  for (const { id, miles: away } of way) miles.set(id, away);
  for (const id of also) if (!miles.has(id)) miles.set(id, null);
  const today = londonDay(ctx.clock.now());
  return rankMatches(
    readProviders(ctx.db, [...miles.keys()]).map((provider) => {
      const away = miles.get(provider.id) ?? null;
      const detour = home && work ? (detours.get(provider.id) ?? null) : undefined;
      const reasons = reasonsFor(provider, away, family, today, detour);
      return { provider, miles: away, reasons };
    }),
  );
}

type Point = { readonly latitude: number; readonly longitude: number };

function pointOf(ctx: Ctx, postcode: string): Point | null {
  const located = postcode === '' ? null : findPostcode(ctx.db, postcode);
  return located?.ok ? located.value.point : null;
}

/** The nearest places, or those that add least to the way from `near` to `to`. */
const search = (ctx: Ctx, near: Point | null, to: Point | null) =>
  ctx.search.searchHere({
    words: '',
    near,
    withinMiles: null,
    along: to && { to, detourMiles: widestDetour },
    covers: [],
    filters: [{ facet: 'kind', anyOf: ['childcare'] }],
    count: [],
    sort: to ? 'detour' : 'distance',
    offset: 0,
    limit: candidates,
  }).hits;
