/**
 * The search port. An engine knows documents by id and gives back ids, a total and counts; rows
 * always come from the store. `query` is the same whichever engine stands behind it.
 */
export type SearchEngine = {
  /** Adds documents, replacing those with the same id; the next search sees them. */
  readonly index: (documents: readonly SearchDocument[]) => Soon<void>;
  /** Forgets documents; ids that are not known are let be. */
  readonly remove: (ids: readonly string[]) => Soon<void>;
  /** Replaces everything at once; searches see the old index until the new one is whole. */
  readonly rebuild: (documents: Iterable<SearchDocument>) => Soon<void>;
  /** Answers any query whatever; what cannot match gives an empty answer, never an error. */
  readonly search: (query: SearchQuery) => Soon<SearchHits>;
};

/** An engine in this process answers at once, one in another when the answer has come. */
export type Soon<T> = T | Promise<T>;

/** A search over the directory as it is, or was a moment ago. */
export type LiveSearch = Pick<SearchEngine, 'search'> & {
  /** The same from the index in this process, whichever engine answers `search`: it never waits. */
  readonly searchHere: (query: SearchQuery) => SearchHits;
  /** Names what is searched; it changes when a newer state of the directory is. */
  readonly state: () => string;
  /** Resolves once there is something to search. */
  readonly ready: () => Promise<void>;
  /** Which engine answers `search` at the moment. */
  readonly engine: () => 'embedded' | 'meilisearch';
};

export type SearchDocument = {
  readonly id: string;
  /** What words are looked for in, most telling first: name, then place, then description. */
  readonly text: string;
  /** For order by name, as English sorts; then by id. Its words are in the text too. */
  readonly name: string;
  /** Degrees WGS84; null when where it is has not been published. Off the globe counts as null. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  /** Facet name → values, such as `kind: ['nursery']`. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** Named lists of spans, such as the ages taken; a list that is missing was never said. */
  readonly spans: Readonly<Record<string, readonly SearchSpan[]>>;
  /** Numbers to sort by, such as `cost`; a document without one comes after those with. */
  readonly ranks: Readonly<Record<string, number>>;
};

/** From one number to another, both included: months of age, minutes of a day, pence an hour. */
export type SearchSpan = {
  /** What it holds for, such as a weekday; left out, it holds for any. */
  readonly at?: number;
  readonly from: number;
  readonly to: number;
  /** It counts from this number on, such as a day counted from 1970; left out, always. */
  readonly since?: number;
};

type Point = { readonly latitude: number; readonly longitude: number };

export type SearchQuery = {
  /**
   * Words as typed, compared as `foldWords` gives them; every one must match, the last by its
   * beginning when it has two letters or more. A word that no document has is forgiven: it matches
   * the words that contain it (from four letters on), else those a typing mistake away (one from
   * four letters, two from eight), and `corrected` says so. Without letters or digits: no filter.
   * Words beyond the twelfth are not looked at.
   */
  readonly words: string;
  /** The centre, degrees WGS84. Off the globe counts as null. */
  readonly near: Point | null;
  /**
   * Miles over ground (`milesBetween`), the edge included; null for any distance. Places without a
   * point never match a limit. Without `near` there is no limit.
   */
  readonly withinMiles: number | null;
  /**
   * Only places for which `near` → place → `to` is at most so many miles longer than `near` → `to`,
   * the edge included. Without `near` it is no filter; places without a point never match it.
   */
  readonly along: { readonly to: Point; readonly detourMiles: number } | null;
  /** Each must hold. */
  readonly covers: readonly SpanCondition[];
  /** Only documents whose id passes, where a rule decides that no span could hold; it must be fast. */
  readonly only?: (id: string) => boolean;
  /** OR within a group, AND across groups. A group without a known value matches nothing. */
  readonly filters: readonly FilterGroup[];
  /** Facet names whose values are to be counted. */
  readonly count: readonly string[];
  /**
   * `distance`: nearest first, equals by name, places without a point last by name. `detour`: by the
   * miles added, as `distance`; without `along` it is `distance`. `distance` without `near` is
   * `name`. `relevance`: those first whose name has most of the words typed, as their texts have
   * them; equals as `distance`. Any other word is a rank: the lowest number first, equals as
   * `distance`.
   */
  readonly sort: string;
  readonly offset: number;
  readonly limit: number;
};

/** OR within a group, AND across groups. */
export type FilterGroup = { readonly facet: string; readonly anyOf: readonly string[] };

/**
 * A document meets it when one of its spans in `list` holds for `at` (any span when null), contains
 * both `from` and `to`, and counts by `by` (always when null). With `from` above `to` any span that
 * holds for `at` and counts by `by` will do. A document without the list meets it only when `orUnsaid`.
 */
export type SpanCondition = {
  readonly list: string;
  readonly at: number | null;
  readonly from: number;
  readonly to: number;
  readonly by: number | null;
  readonly orUnsaid: boolean;
};

export type SearchHits = {
  readonly total: number;
  /**
   * In order. `miles` is null without `near` or without a point; `detourMiles` is null without
   * `along` too.
   */
  readonly hits: readonly {
    readonly id: string;
    readonly miles: number | null;
    readonly detourMiles: number | null;
  }[];
  /**
   * Facet → value → how many documents. A facet filtered by one group is counted as if that group
   * were not there (what each choice would give); one filtered by several or none, within the hits.
   * Every facet asked for is there; a value that would give none is left out.
   */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Words that no document has, and the word most documents have of those taken instead. */
  readonly corrected: readonly { readonly typed: string; readonly taken: string }[];
};
