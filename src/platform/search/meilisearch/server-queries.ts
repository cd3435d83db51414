import type { MultiSearchQuery } from 'meilisearch';
import { allOf, anyOf, isOneOf } from './filter-words.ts';
import { mostHits } from './limits.ts';
import type { SearchPlan, SortPlan } from './plan-search.ts';
import { safeId } from './safe-text.ts';
import { attribute } from './search-shape.ts';

export type ServerQuery = MultiSearchQuery & { readonly indexUid: string };
/** From which hit on, and how many. */
export type Window = { readonly offset: number; readonly limit: number };

type Asked = {
  readonly index: string;
  readonly plan: SearchPlan;
  /** Ids of places in cells on the edge that are within the circle. */
  readonly onEdge: readonly string[];
};

const asked = ({ index, plan }: Pick<Asked, 'index' | 'plan'>) => ({
  indexUid: index,
  q: plan.q,
  matchingStrategy: 'all' as const,
});

/** The places in the cells that the circle's edge may run through, with where they are. */
export const edgeQuery = (index: string, plan: SearchPlan): ServerQuery => ({
  ...asked({ index, plan }),
  filter: allOf([...plan.always, isOneOf(attribute.cell, plan.circle?.cover.edge ?? [])]),
  limit: mostHits,
  attributesToRetrieve: [attribute.id, '_geo'],
});

/** The hits of a window, in order, with what is needed to put neighbours right. */
export const hitsQuery = (of: Asked, { offset, limit }: Window): ServerQuery => ({
  ...asked(of),
  ...filterOf(of),
  ...{ offset, limit },
  sort: sortBy(of.plan),
  attributesToRetrieve: [
    ...[attribute.id, attribute.name, attribute.nameStart, attribute.nameNext, '_geo'],
    ...rankNames(of.plan.sort),
  ],
});

/**
 * How many there are, and the counts of every facet but those that one group filters by: those are
 * counted by a query of their own each, without that group.
 */
export function countQueries(of: Asked): readonly ServerQuery[] {
  const { counted, groups } = of.plan;
  const isAlone = (facet: string) => groups.filter((group) => group.facet === facet).length === 1;
  const count = (facets: readonly string[], without: string | null): ServerQuery => ({
    ...asked(of),
    ...filterOf(of, without),
    limit: 0,
    facets: [attribute.every, ...facets.map(attribute.facet)],
  });
  return [
    count(
      counted.filter((facet) => !isAlone(facet)),
      null,
    ),
    ...counted.filter(isAlone).map((facet) => count([facet], facet)),
  ];
}

function filterOf({ plan, onEdge }: Asked, without: string | null = null) {
  const { circle, always, groups } = plan;
  const kept = groups.filter(({ facet }) => facet !== without).map(({ filter }) => filter);
  const within =
    circle === null
      ? []
      : [
          anyOf([
            isOneOf(attribute.cell, circle.cover.inside),
            isOneOf(attribute.id, onEdge.map(safeId)),
          ]),
        ];
  const filters = [...always, ...within, ...kept];
  return filters.length === 0 ? {} : { filter: allOf(filters) };
}

function sortBy({ near, sort }: SearchPlan): string[] {
  const names = [`${attribute.nameStart}:asc`, `${attribute.nameNext}:asc`];
  const far =
    near === null || !sort.byDistance ? [] : [`_geoPoint(${near.latitude}, ${near.longitude}):asc`];
  return [...rankNames(sort).map((name) => `${name}:asc`), ...far, ...names];
}

const rankNames = ({ rank }: SortPlan): readonly string[] =>
  rank === null ? [] : [attribute.rank(rank)];
