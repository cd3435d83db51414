import { openEmbeddedEngine, type EmbeddedEngine } from '#platform/search/embedded/engine.ts';
import type { SearchDocument, SearchHits, SearchQuery } from '#platform/search/search-engine.ts';

/** Words that more places have than this tell nothing of one of them. */
const mostRechecked = 200;

/**
 * An index that is behind must not find a place by words that have been withdrawn since: of what was
 * found, only what is still found among `documentsNow` of those places.
 */
export function recheckWords(
  engine: EmbeddedEngine,
  query: SearchQuery,
  hits: SearchHits,
  documentsNow: (ids: readonly string[]) => Iterable<SearchDocument>,
): SearchHits {
  const all = engine.search({ ...query, count: [], offset: 0, limit: mostRechecked });
  const found = all.hits.map(({ id }) => id);
  const fresh = openEmbeddedEngine();
  fresh.rebuild(documentsNow(found));
  const { hits: still } = fresh.search({
    ...{ words: query.words, near: null, withinMiles: null, along: null, covers: [] },
    ...{ filters: [], count: [], sort: 'name', offset: 0, limit: found.length },
  });
  const kept = new Set(still.map(({ id }) => id));
  return {
    ...hits,
    hits: hits.hits.filter(({ id }) => kept.has(id)),
    total: hits.total - (found.length - kept.size),
    corrected: [],
  };
}
