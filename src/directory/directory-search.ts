import { londonDay } from '#platform/calendar/london-time.ts';
import type { App } from '#platform/context.ts';
import type { SearchEngine } from '#platform/search/search-engine.ts';
import { allForSearch, directoryVersionOf } from './provider-store.ts';
import { searchDocuments } from './search-documents.ts';
import { kindWords } from './taxonomy.ts';

/**
 * An engine that is never behind the store: before a search it notices a directory changed by this
 * or another process (or a new day, on which old answers stop counting) and is rebuilt.
 */
export function openDirectorySearch(
  engine: SearchEngine,
  app: Pick<App, 'db' | 'clock' | 'catalogue'>,
): SearchEngine {
  let indexed = '';
  const refresh = () => {
    const today = londonDay(app.clock.now());
    const state = `${directoryVersionOf(app.db)} ${today}`;
    if (state === indexed) return;
    const codes = app.catalogue.languages.map(({ code }) => code);
    engine.rebuild(
      searchDocuments(allForSearch(app.db), {
        today,
        kindWords: (kind) => kindWords(kind, codes),
      }),
    );
    indexed = state;
  };
  return {
    ...engine,
    search: (query) => {
      refresh();
      return engine.search(query);
    },
  };
}
