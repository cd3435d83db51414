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
  readonly close: () => void | Promise<void>;
};
/** Null when it is not to be had on this machine. */
export type OpenContender = (
  documents: readonly SearchDocument[],
) => Contender | null | Promise<Contender | null>;
