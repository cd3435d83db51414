import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { FieldProblem } from '#platform/http/form.ts';
import type { SearchHits } from '#platform/search/search-engine.ts';
import { findNear } from './find-place.ts';
import { weekdays, type FindQuery } from './find-query.ts';
import { countedFacets, searchQuery } from './find-search.ts';
import { keptTallies, type Tallies } from './kept-tallies.ts';
import { asksWhatMayBeUnsaid, droppable, withoutOne, type Dropped } from './loosen.ts';
import type { FoundPostcode } from './postcode-store.ts';
import type { Provider } from './provider.ts';
import { withinNet } from './price/net-search.ts';
import { readProviders } from './provider-cache.ts';

export const resultsPerPage = 20;

export type FoundProvider = {
  readonly provider: Provider;
  readonly miles: number | null;
  /** Miles that stopping there adds to the way; null when no way was asked for. */
  readonly detourMiles: number | null;
};
export type Found = Tallies & {
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
  readonly results: readonly FoundProvider[];
  readonly corrected: SearchHits['corrected'];
  readonly near: FoundPostcode | null;
  readonly to: FoundPostcode | null;
  /** When nothing is found: what each loosening would bring. */
  readonly looser: readonly Looser[];
};
export type Looser = {
  readonly query: FindQuery;
  readonly dropped: Dropped;
  readonly total: number;
};

type Places = {
  readonly near: FoundPostcode | null;
  readonly to: FoundPostcode | null;
};
export type FindOutcome =
  | { readonly ok: true; readonly value: Found }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/**
 * Searches the directory. A page beyond the last gives the first. A place that is not known comes
 * back as a problem with its field.
 */
export function findProviders(ctx: Ctx, query: FindQuery): FindOutcome {
  const near = lookUp(ctx, 'near', query.near);
  const to = lookUp(ctx, 'to', query.to);
  const problems = [near, to].flatMap((one) => (one.ok ? [] : [one.problem]));
  return near.ok && to.ok
    ? { ok: true, value: findNearby(ctx, query, { near: near.value, to: to.value }) }
    : { ok: false, problems };
}

type LookedUp =
  | { readonly ok: true; readonly value: FoundPostcode | null }
  | { readonly ok: false; readonly problem: FieldProblem };

function lookUp(ctx: Ctx, field: 'near' | 'to', typed: string): LookedUp {
  if (typed === '') return { ok: true, value: null };
  const found = findNear(ctx.db, typed);
  if (found.ok) return found;
  const names = ctx.words.format.list(found.suggestions);
  return found.suggestions.length > 0
    ? { ok: false, problem: { field, key: 'directory:find.near.perhaps', values: { names } } }
    : { ok: false, problem: { field, key: 'directory:find.near.unknown' } };
}

function findNearby(ctx: Ctx, query: FindQuery, places: Places): Found {
  const today = londonDay(ctx.clock.now());
  const search = searchOn(ctx, places, today);
  const kept = keptTallies(ctx.search, ctx.search.state());
  const known = kept.of(query);
  const first = search(query, resultsPerPage, known ? [] : countedFacets);
  const count = (asked: FindQuery) => search(asked, 0, []).total;
  const tallies = known ?? kept.keep(query, talliesOf(query, first, count));
  const { total, corrected } = first;
  const pageCount = Math.max(1, Math.ceil(total / resultsPerPage));
  const page = query.page > pageCount ? 1 : query.page;
  const hits = page === query.page ? first : search({ ...query, page }, resultsPerPage, []);
  return {
    ...{ ...tallies, total, page, pageCount, corrected, ...places },
    results: withRows(ctx, hits),
    looser: total > 0 ? [] : loosen(query, count),
  };
}

function talliesOf(
  query: FindQuery,
  { counts, total }: SearchHits,
  count: (asked: FindQuery) => number,
): Tallies {
  const mayBeUnsaid = !query.unsaid && asksWhatMayBeUnsaid(query);
  return {
    facets: facetsOf(query, { counts, total }, count),
    unsaid: mayBeUnsaid ? count({ ...query, unsaid: true }) - total : 0,
    withVacancy: query.vacancy ? total : count({ ...query, vacancy: true }),
  };
}

/** Facets that change what a week costs: their choices are not counted where its price is asked for. */
const ofTheWeek: readonly string[] = ['day', 'term', 'funded'];

function facetsOf(
  query: FindQuery,
  { counts, total }: Pick<SearchHits, 'counts' | 'total'>,
  count: (asked: FindQuery) => number,
): SearchHits['counts'] {
  if (query.per === 'week' && query.max !== null) {
    return Object.fromEntries(Object.entries(counts).filter(([name]) => !ofTheWeek.includes(name)));
  }
  return asksWhen(query) ? { ...counts, day: dayCounts(query, total, count) } : counts;
}

/** A day is asked for together with the times and the free place on it, so not as a facet is. */
const asksWhen = ({ from, until, vacancy }: FindQuery): boolean =>
  from !== '' || until !== '' || vacancy;

const dayCounts = (query: FindQuery, total: number, count: (asked: FindQuery) => number) =>
  Object.fromEntries(
    weekdays.map((day) => [
      day,
      query.day.includes(day) ? total : count({ ...query, day: [...query.day, day] }),
    ]),
  );

function withRows(ctx: Ctx, { hits }: SearchHits): readonly FoundProvider[] {
  const ids = hits.map(({ id }) => id);
  const rows = new Map(readProviders(ctx.db, ids).map((row) => [row.id, row]));
  return hits.flatMap(({ id, miles, detourMiles }) => {
    const provider = rows.get(id);
    return provider ? [{ provider, miles, detourMiles }] : [];
  });
}

function searchOn({ search, db }: Ctx, { near, to }: Places, today: string) {
  // A looser query may have let go of a place that was looked up for the one that was asked.
  const pointOf = (place: FoundPostcode | null, typed: string) =>
    typed === '' ? null : (place?.point ?? null);
  return (query: FindQuery, limit: number, count: readonly string[]): SearchHits => {
    const where = { near: pointOf(near, query.near), to: pointOf(to, query.to) };
    const offset = limit === 0 ? 0 : (query.page - 1) * resultsPerPage;
    const only = withinNet(db, query, today);
    return search.search({
      ...searchQuery(query, where, today),
      ...(only !== null && { only }),
      ...{ count, offset, limit },
    });
  };
}

const loosen = (query: FindQuery, count: (asked: FindQuery) => number): readonly Looser[] =>
  droppable.flatMap((dropped) => {
    const looser = withoutOne(query, dropped);
    const total = looser === null ? 0 : count(looser);
    return looser !== null && total > 0 ? [{ query: looser, dropped, total }] : [];
  });
