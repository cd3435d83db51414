import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { FieldProblem } from '#platform/http/form.ts';
import type { SearchHits, Soon } from '#platform/search/search-engine.ts';
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
export async function findProviders(ctx: Ctx, query: FindQuery): Promise<FindOutcome> {
  const near = lookUp(ctx, 'near', query.near);
  const to = lookUp(ctx, 'to', query.to);
  const problems = [near, to].flatMap((one) => (one.ok ? [] : [one.problem]));
  return near.ok && to.ok
    ? { ok: true, value: await findNearby(ctx, query, { near: near.value, to: to.value }) }
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

async function findNearby(ctx: Ctx, query: FindQuery, places: Places): Promise<Found> {
  const today = londonDay(ctx.clock.now());
  const search = searchOn(ctx, places, today);
  const kept = keptTallies(ctx.search, ctx.search.state());
  const known = kept.of(query);
  const first = await search(query, resultsPerPage, known ? [] : countedFacets);
  const count = async (asked: FindQuery) => (await search(asked, 0, [])).total;
  const tallies = known ?? kept.keep(query, await talliesOf(query, first, count));
  const { total, corrected } = first;
  const pageCount = Math.max(1, Math.ceil(total / resultsPerPage));
  const page = query.page > pageCount ? 1 : query.page;
  const hits = page === query.page ? first : await search({ ...query, page }, resultsPerPage, []);
  return {
    ...{ ...tallies, total, page, pageCount, corrected, ...places },
    results: withRows(ctx, hits),
    looser: total > 0 ? [] : await loosen(query, count),
  };
}

type Count = (asked: FindQuery) => Promise<number>;

async function talliesOf(
  query: FindQuery,
  { counts, total }: SearchHits,
  count: Count,
): Promise<Tallies> {
  const mayBeUnsaid = !query.unsaid && asksWhatMayBeUnsaid(query);
  const [facets, withUnsaid, withVacancy] = await Promise.all([
    facetsOf(query, { counts, total }, count),
    mayBeUnsaid ? count({ ...query, unsaid: true }) : total,
    query.vacancy ? total : count({ ...query, vacancy: true }),
  ]);
  return { facets, unsaid: withUnsaid - total, withVacancy };
}

/** Facets that change what a week costs: their choices are not counted where its price is asked for. */
const ofTheWeek: readonly string[] = ['day', 'term', 'funded'];

function facetsOf(
  query: FindQuery,
  { counts, total }: Pick<SearchHits, 'counts' | 'total'>,
  count: Count,
): Soon<SearchHits['counts']> {
  if (query.per === 'week' && query.max !== null) {
    return Object.fromEntries(Object.entries(counts).filter(([name]) => !ofTheWeek.includes(name)));
  }
  return asksWhen(query) ? withDays(query, { counts, total }, count) : counts;
}

/** A day is asked for together with the times and the free place on it, so not as a facet is. */
const asksWhen = ({ from, until, vacancy }: FindQuery): boolean =>
  from !== '' || until !== '' || vacancy;

async function withDays(
  query: FindQuery,
  { counts, total }: Pick<SearchHits, 'counts' | 'total'>,
  count: Count,
): Promise<SearchHits['counts']> {
  const days = await Promise.all(
    weekdays.map(async (day): Promise<[string, number]> => [
      day,
      query.day.includes(day) ? total : await count({ ...query, day: [...query.day, day] }),
    ]),
  );
  return { ...counts, day: Object.fromEntries(days) };
}

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
  return (query: FindQuery, limit: number, count: readonly string[]): Soon<SearchHits> => {
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

async function loosen(query: FindQuery, count: Count): Promise<readonly Looser[]> {
  const looser = droppable.flatMap((dropped) => {
    const without = withoutOne(query, dropped);
    return without === null ? [] : [{ query: without, dropped }];
  });
  const totals = await Promise.all(looser.map((one) => count(one.query)));
  return looser
    .map((one, at) => ({ ...one, total: totals[at] ?? 0 }))
    .filter(({ total }) => total > 0);
}
