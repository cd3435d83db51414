import { foldWords } from '../fold-words.ts';
import { isOnGlobe, type Point } from '../miles-between.ts';
import type { FilterGroup, SearchQuery } from '../search-engine.ts';
import { coverCircle, type Cover } from './cells.ts';
import { isOneOf, nothing } from './filter-words.ts';
import { isKept, safeValue } from './safe-text.ts';
import { attribute, type SearchShape } from './search-shape.ts';
import { spanFilter } from './span-filter.ts';

/** A query as the server is to be asked it. */
export type SearchPlan = {
  /** Words that must match; the last may be unfinished. */
  readonly q: string;
  readonly near: Point | null;
  /** Only what lies within so many miles of `near`, which these cells cover; null for anywhere. */
  readonly circle: { readonly miles: number; readonly cover: Cover } | null;
  /** Filters that hold whichever facet is counted. */
  readonly always: readonly string[];
  readonly groups: readonly { readonly facet: string; readonly filter: string }[];
  /** Facets to be counted that an index of this shape has. */
  readonly counted: readonly string[];
  readonly sort: SortPlan;
};

export type SortPlan = { readonly rank: string | null; readonly byDistance: boolean };

/** The last word may be unfinished once it is this long. */
const SHORTEST_BEGINNING = 2;

export function planSearch(shape: SearchShape, query: SearchQuery): SearchPlan {
  const near = query.near !== null && isOnGlobe(query.near) ? query.near : null;
  const { withinMiles } = query;
  const circle =
    near === null || withinMiles === null
      ? null
      : { miles: withinMiles, cover: coverOf(near, withinMiles) };
  return {
    q: wordsAsked(query.words),
    near,
    circle,
    always: query.covers.flatMap((condition) => spanFilter(shape, condition) ?? []),
    groups: query.filters.map((group) => ({
      facet: group.facet,
      filter: groupFilter(shape, group),
    })),
    counted: shape.facets.filter((facet) => query.count.includes(facet)),
    sort: {
      rank: shape.ranks.includes(query.sort) ? query.sort : null,
      byDistance: near !== null && query.sort !== 'name',
    },
  };
}

/** A limit below nothing, or that is no number, matches nothing. */
const coverOf = (near: Point, miles: number): Cover =>
  miles >= 0 ? coverCircle(near, miles) : { inside: [], edge: [] };

/**
 * In quotes a word stands as it is; without them the server takes it for a beginning. Folded words
 * have no sign that means anything else to it.
 */
function wordsAsked(typed: string): string {
  const words = foldWords(typed);
  const isUnfinished = (at: number, word: string) =>
    at === words.length - 1 && word.length >= SHORTEST_BEGINNING;
  return words.map((word, at) => (isUnfinished(at, word) ? word : `"${word}"`)).join(' ');
}

const groupFilter = ({ facets }: SearchShape, { facet, anyOf }: FilterGroup): string =>
  facets.includes(facet)
    ? isOneOf(attribute.facet(facet), anyOf.filter(isKept).map(safeValue))
    : nothing;
