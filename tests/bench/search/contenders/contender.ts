import type { SearchDocument, SearchQuery } from '#platform/search/search-engine.ts';

export type Found = { readonly total: number; readonly first?: readonly number[] };
/** Something that answers the bench's searches, to be measured beside the others. */
export type Contender = {
  readonly name: string;
  /** It answers one query in so many, when it takes long. */
  readonly turn: number;
  /** Whether it can answer at all: some know words only, and nothing of places. */
  readonly canAnswer: (query: SearchQuery) => boolean;
  readonly search: (query: SearchQuery) => Found | Promise<Found>;
  /** Milliseconds of processor that its searches have had so far. */
  readonly worked: () => number;
  readonly close: () => void | Promise<void>;
};

/** What is searched: read one by one, as often as needed, so that a million need not lie in memory. */
export type Documents = Iterable<SearchDocument> & { readonly count: number };

/** Null when it is not to be had on this machine. */
export type OpenContender = (documents: Documents) => Contender | null | Promise<Contender | null>;

/** Slow ones have fewer turns the more there is to search. */
export const turnFor = ({ count }: Documents, few: number, many: number): number =>
  count > 10_000 ? many : few;
