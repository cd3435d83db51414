/**
 * The search port. An engine knows documents by id and gives back ids, a total and counts; rows
 * always come from the store. `query` is the same whichever engine stands behind it.
 */
export type SearchEngine = {
  /** Adds documents, replacing those with the same id; the next search sees them. */
  readonly index: (documents: readonly SearchDocument[]) => void;
  /** Forgets documents; ids that are not known are let be. */
  readonly remove: (ids: readonly string[]) => void;
  /** Replaces everything at once; searches see the old index until the new one is whole. */
  readonly rebuild: (documents: Iterable<SearchDocument>) => void;
  /** Answers any query whatever; what cannot match gives an empty answer, never an error. */
  readonly search: (query: SearchQuery) => SearchHits;
};

export type SearchDocument = {
  readonly id: string;
  /** What words are looked for in, most telling first: name, then place, then description. */
  readonly text: string;
  /** For order by name, as English sorts; then by id. */
  readonly name: string;
  /** Degrees WGS84; null when where it is has not been published. Off the globe counts as null. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  /** Facet name → values, such as `kind: ['nursery']`. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** Ages taken, in months, both ends included; null when not said. */
  readonly ages: { readonly from: number; readonly to: number } | null;
};

export type SearchQuery = {
  /**
   * Words as typed, compared as `foldWords` gives them; every one must match, the last by its
   * beginning when it has two letters or more. Without letters or digits: no filter. Words beyond
   * the twelfth are not looked at.
   */
  readonly words: string;
  /** The centre, degrees WGS84. Off the globe counts as null. */
  readonly near: { readonly latitude: number; readonly longitude: number } | null;
  /**
   * Miles over ground (`milesBetween`), the edge included; null for any distance. Places without a
   * point never match a limit. Without `near` there is no limit.
   */
  readonly withinMiles: number | null;
  /** A child's age that must be among the ages taken; ages that are not said match too. */
  readonly ageMonths: number | null;
  /** OR within a group, AND across groups. A group without a known value matches nothing. */
  readonly filters: readonly FilterGroup[];
  /** Facet names whose values are to be counted. */
  readonly count: readonly string[];
  /**
   * Nearest first, equals by name, places without a point last by name; or by name alone, as
   * `distance` is too without `near`.
   */
  readonly sort: 'distance' | 'name';
  readonly offset: number;
  readonly limit: number;
};

export type FilterGroup = { readonly facet: string; readonly anyOf: readonly string[] };

export type SearchHits = {
  readonly total: number;
  /** In order; miles is null without `near` or without a point. */
  readonly hits: readonly { readonly id: string; readonly miles: number | null }[];
  /**
   * Facet → value → how many documents. A facet filtered by one group is counted as if that group
   * were not there (what each choice would give); one filtered by several or none, within the hits.
   * Every facet asked for is there; a value that would give none is left out.
   */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
};
