import type { App } from '#platform/context.ts';
import type { EmbeddedEngine } from '#platform/search/embedded/engine.ts';
import type { LiveSearch, SearchQuery } from '#platform/search/search-engine.ts';
import { directoryState, documentsOf } from './directory-index.ts';

/**
 * A search that is never behind the store: before it answers it notices a directory changed by this
 * or another process, and builds its index anew while the asker waits.
 */
export function openDirectorySearch(
  engine: EmbeddedEngine,
  app: Pick<App, 'db' | 'clock' | 'catalogue'>,
): LiveSearch {
  let indexed = '';
  const refresh = () => {
    const state = directoryState(app);
    if (state === indexed) return;
    const languages = app.catalogue.languages.map(({ code }) => code);
    engine.rebuild(documentsOf(app.db, app.clock, languages));
    indexed = state;
  };
  const search = (query: SearchQuery) => {
    refresh();
    return engine.search(query);
  };
  return {
    search,
    searchHere: search,
    state: () => directoryState(app),
    ready: () => Promise.resolve(),
    engine: () => 'embedded',
  };
}
