import type { Reader } from '#db/open-database.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { App } from '#platform/context.ts';
import type { SearchDocument } from '#platform/search/search-engine.ts';
import { allForSearch, directoryVersionOf, listProvidersByIds } from './provider-store.ts';
import { searchDocuments } from './search-documents.ts';
import { kindWords } from './taxonomy.ts';

/** Names the directory as it is now: its version, and the day, on which old answers stop counting. */
export const directoryState = ({ db, clock }: Pick<App, 'db' | 'clock'>): string =>
  `${directoryVersionOf(db)} ${londonDay(clock.now())}`;

/**
 * What a search engine is to know of the directory, or of some of its places; `languages` are those
 * offered.
 */
export const documentsOf = (
  db: Reader,
  clock: App['clock'],
  languages: readonly string[],
  ids?: readonly string[],
): Iterable<SearchDocument> =>
  searchDocuments(ids === undefined ? allForSearch(db) : listProvidersByIds(db, ids), {
    today: londonDay(clock.now()),
    kindWords: (kind) => kindWords(kind, languages),
  });
