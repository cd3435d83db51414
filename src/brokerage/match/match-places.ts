import { findPostcode } from '#directory/postcode-store.ts';
import { readProviders } from '#directory/provider-cache.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Family } from '../family.ts';
import { rankMatches, reasonsFor, type Match } from './match.ts';

const candidates = 100;

/** The places worth asking for a family, best first, each with its reasons. */
export function matchPlaces(ctx: Ctx, family: Family): readonly Match[] {
  const located = findPostcode(ctx.db, family.place.postcode);
  const { hits } = ctx.search.search({
    words: '',
    near: located.ok ? located.value.point : null,
    withinMiles: null,
    along: null,
    covers: [],
    filters: [{ facet: 'kind', anyOf: ['childcare'] }],
    count: [],
    sort: 'distance',
    offset: 0,
    limit: candidates,
  });
  const miles = new Map(hits.map((hit) => [hit.id, hit.miles]));
  const today = londonDay(ctx.clock.now());
  return rankMatches(
    readProviders(ctx.db, [...miles.keys()]).map((provider) => {
      const away = miles.get(provider.id) ?? null;
      return { provider, miles: away, reasons: reasonsFor(provider, away, family, today) };
    }),
  );
}
