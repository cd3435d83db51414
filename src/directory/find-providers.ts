import type { Ctx } from '#platform/context.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { FilterGroup, SearchHits } from '#platform/search/search-engine.ts';
import type { FindQuery } from './find-query.ts';
import { findPostcode, type FoundPostcode } from './postcode-store.ts';
import type { Provider } from './provider.ts';
import { listProvidersByIds } from './provider-store.ts';

export const resultsPerPage = 20;

export type FoundProvider = { readonly provider: Provider; readonly miles: number | null };
export type Found = {
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
  readonly results: readonly FoundProvider[];
  readonly facets: SearchHits['counts'];
  readonly near: FoundPostcode | null;
  /** Places that match but have not said about some of the inclusion asked for. */
  readonly unsaid: number;
  /** When nothing is found: what each loosening would bring. */
  readonly looser: readonly {
    readonly query: FindQuery;
    readonly dropped: Dropped;
    readonly total: number;
  }[];
};
export type Dropped = 'q' | 'within' | 'kind' | 'age' | 'inclusion' | 'unsaid';

export type FindProblem = { readonly field: 'near'; readonly key: WordKey };

/**
 * Searches the directory. A page beyond the last gives the first. A postcode that the area's table
 * does not know comes back as a problem with the field.
 */
export function findProviders(
  ctx: Ctx,
  query: FindQuery,
):
  | { readonly ok: true; readonly value: Found }
  | { readonly ok: false; readonly problem: FindProblem } {
  const looked = query.near === '' ? null : findPostcode(ctx.db, query.near);
  if (looked?.ok === false)
    return { ok: false, problem: { field: 'near', key: 'directory:find.near.unknown' } };
  const near = looked?.value ?? null;
  return { ok: true, value: findNear(ctx, query, near) };
}

function findNear(ctx: Ctx, query: FindQuery, near: FoundPostcode | null): Found {
  const asked = search(ctx, query, near, resultsPerPage);
  const { total, counts } = asked;
  const pageCount = Math.max(1, Math.ceil(total / resultsPerPage));
  const page = query.page > pageCount ? 1 : query.page;
  const hits = page === query.page ? asked : search(ctx, { ...query, page }, near, resultsPerPage);
  return {
    total,
    page,
    pageCount,
    results: withRows(ctx, hits, query.inclusion),
    facets: counts,
    near,
    unsaid: countUnsaid(ctx, query, near, total),
    looser: total > 0 ? [] : loosen(ctx, query, near),
  };
}

function countUnsaid(
  ctx: Ctx,
  query: FindQuery,
  near: FoundPostcode | null,
  total: number,
): number {
  if (query.inclusion.length === 0 || query.unsaid) return 0;
  return totalOf(ctx, { ...query, unsaid: true }, near) - total;
}

function withRows(
  ctx: Ctx,
  { hits }: SearchHits,
  asked: readonly string[],
): readonly FoundProvider[] {
  const rows = new Map(
    listProvidersByIds(
      ctx.db,
      hits.map(({ id }) => id),
      asked,
    ).map((row) => [row.id, row]),
  );
  return hits.flatMap(({ id, miles }) => {
    const provider = rows.get(id);
    return provider ? [{ provider, miles }] : [];
  });
}

const totalOf = (ctx: Ctx, query: FindQuery, near: FoundPostcode | null): number =>
  search(ctx, { ...query, page: 1 }, near, 0).total;

function search(ctx: Ctx, query: FindQuery, near: FoundPostcode | null, limit: number): SearchHits {
  return ctx.search.search({
    words: query.q,
    near: near?.point ?? null,
    withinMiles: near === null || query.within === '' ? null : Number(query.within),
    ageMonths: query.age,
    filters: filtersOf(query),
    count: limit === 0 ? [] : ['kind', 'inclusion'],
    sort: query.sort,
    offset: (query.page - 1) * resultsPerPage,
    limit,
  });
}

function filtersOf({ kind, inclusion, unsaid }: FindQuery): readonly FilterGroup[] {
  return [
    ...(kind.length > 0 ? [{ facet: 'kind', anyOf: kind }] : []),
    ...inclusion.map((key) => ({ facet: 'inclusion', anyOf: unsaid ? [key, `${key}?`] : [key] })),
  ];
}

const loosenings: readonly (readonly [Dropped, (query: FindQuery) => FindQuery | null])[] = [
  [
    'unsaid',
    (query) => (query.inclusion.length > 0 && !query.unsaid ? { ...query, unsaid: true } : null),
  ],
  ['within', (query) => (query.within === '' ? null : { ...query, within: '' })],
  [
    'inclusion',
    (query) => (query.inclusion.length === 0 ? null : { ...query, inclusion: [], unsaid: false }),
  ],
  ['kind', (query) => (query.kind.length === 0 ? null : { ...query, kind: [] })],
  ['age', (query) => (query.age === null ? null : { ...query, age: null })],
  ['q', (query) => (query.q === '' ? null : { ...query, q: '' })],
];

const loosen = (ctx: Ctx, query: FindQuery, near: FoundPostcode | null): Found['looser'] =>
  loosenings.flatMap(([dropped, change]) => {
    const looser = change({ ...query, page: 1 });
    const total = looser === null ? 0 : totalOf(ctx, looser, near);
    return looser !== null && total > 0 ? [{ query: looser, dropped, total }] : [];
  });
