import type { Reader } from '#db/open-database.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { App } from '#platform/context.ts';
import type { SearchDocument } from '#platform/search/search-engine.ts';
import { directoryVersionOf } from './directory-version-store.ts';
import { allForSearch, listProvidersByIds } from './provider-store.ts';
import { searchDocuments } from './search-documents.ts';
import { kindWords } from './taxonomy.ts';

/** The directory at a time: its version, and the day, on which old answers stop counting. */
export type DirectoryState = { readonly version: number; readonly day: string };

export const directoryStateOf = ({ db, clock }: Pick<App, 'db' | 'clock'>): DirectoryState => ({
  version: directoryVersionOf(db),
  day: londonDay(clock.now()),
});

/** A name for the directory as it is now. */
export const directoryState = (app: Pick<App, 'db' | 'clock'>): string =>
  nameOfState(directoryStateOf(app));

export const nameOfState = ({ version, day }: DirectoryState): string => `${version} ${day}`;

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
