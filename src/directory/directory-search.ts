import type { App } from '#platform/context.ts';
import type { LiveSearch, SearchEngine } from '#platform/search/search-engine.ts';
import { directoryState, documentsOf } from './directory-index.ts';

/**
 * A search that is never behind the store: before it answers it notices a directory changed by this
 * or another process, and builds its index anew while the asker waits.
 */
export function openDirectorySearch(
  engine: SearchEngine,
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
  return {
    ...engine,
    search: (query) => {
      refresh();
      return engine.search(query);
    },
    state: () => directoryState(app),
    ready: () => Promise.resolve(),
  };
}
