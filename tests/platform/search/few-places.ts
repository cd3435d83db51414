import { openEmbeddedEngine, type EmbeddedEngine } from '#platform/search/embedded/engine.ts';
import type { SearchDocument, SearchQuery } from '#platform/search/search-engine.ts';

/** The first page of everything there is. */
export const everything: SearchQuery = {
  words: '',
  near: null,
  withinMiles: null,
  along: null,
  covers: [],
  filters: [],
  count: [],
  sort: 'distance',
  offset: 0,
  limit: 20,
};

/** A document of which only the given is known; its text and name are its id. */
export const place = (id: string, rest: Partial<SearchDocument> = {}): SearchDocument => ({
  id,
  text: id,
  name: id,
  point: null,
  facets: {},
  spans: {},
  ranks: {},
  ...rest,
});

export const engineOf = (...documents: readonly SearchDocument[]): EmbeddedEngine => {
  const engine = openEmbeddedEngine();
  engine.rebuild(documents);
  return engine;
};

export const idsFor = (engine: EmbeddedEngine, query: Partial<SearchQuery>): readonly string[] =>
  engine.search({ ...everything, ...query }).hits.map(({ id }) => id);
