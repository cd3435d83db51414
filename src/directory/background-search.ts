import { addDays } from '#platform/calendar/london-time.ts';
import type { App } from '#platform/context.ts';
import type { EmbeddedEngine } from '#platform/search/embedded/engine.ts';
import type { LiveSearch, SearchHits, SearchQuery } from '#platform/search/search-engine.ts';
import { buildApart } from './build-apart.ts';
import {
  directoryStateOf,
  documentsOf,
  nameOfState,
  type DirectoryState,
} from './directory-index.ts';
import { changesSince } from './directory-version-store.ts';
import { readKeptIndex, type BuiltIndex } from './index-files.ts';
import { recheckWords } from './recheck-words.ts';

const pauseAfterFailure = 10_000;
/** More changes than this are not read while somebody waits. */
const mostAtOnce = 100;
/** With more than this beside the finished index, it is time for a new one. */
const mostBeside = 500;

type SearchApp = Pick<App, 'db' | 'clock' | 'catalogue' | 'log'>;
/** What the index holds. */
type Held = DirectoryState & {
  /** How many finished indexes there have been; 0 before the first. */
  readonly generation: number;
  /** Whether it knows every change up to its version. */
  readonly isWhole: boolean;
};

/**
 * A search that never makes anybody wait. A few changed places are read and indexed before it
 * answers; when more has changed, `script` builds a new index in a process of its own, and until that
 * is whole the old one answers. `ready` resolves with the first, which is the one that was kept when
 * a site stopped, if little has changed since.
 */
export function openBackgroundSearch(
  engine: EmbeddedEngine,
  app: SearchApp,
  script: URL,
): LiveSearch {
  const languages = app.catalogue.languages.map(({ code }) => code);
  let held: Held = { version: 0, day: '', generation: 0, isWhole: false };
  let building: Promise<void> | null = null;
  let beginning: Promise<void> | null = null;
  let mayTryAt = 0;
  const adopt = (built: BuiltIndex, isWhole: boolean): void => {
    engine.adopt(built);
    const { version, day } = built;
    held = { version, day, generation: held.generation + 1, isWhole };
  };
  const begin = async (): Promise<void> => {
    const kept = await readKeptIndex(app.db.$client.name);
    // Another release may have made it: it is not called whole, so that a new one follows.
    if (held.generation === 0 && kept && isNear(app, languages, kept)) adopt(kept, false);
  };
  const build = async (): Promise<void> => {
    try {
      adopt(await buildApart(script, app, languages), true);
    } catch (error) {
      app.log.error('search index not built', { reason: String(error) });
      mayTryAt = app.clock.now().getTime() + pauseAfterFailure;
    }
    building = null;
  };
  const refresh = (): DirectoryState => {
    const now = directoryStateOf(app);
    if (held.generation > 0 && now.version !== held.version) {
      held = { ...held, ...takeIn(engine, app, languages, held) };
    }
    const isDue = !held.isWhole || now.day !== held.day || engine.changed() > mostBeside;
    if (isDue && building === null && app.clock.now().getTime() >= mayTryAt) building = build();
    return now;
  };
  const search = (query: SearchQuery): SearchHits => {
    refresh();
    const hits = engine.search(query);
    if (held.isWhole || query.words === '') return hits;
    return recheckWords(engine, query, hits, (ids) =>
      documentsOf(app.db, app.clock, languages, ids),
    );
  };
  return {
    search,
    searchHere: search,
    state: () => `${nameOfState(refresh())} ${held.generation}`,
    ready: async () => {
      await (beginning ??= begin());
      refresh();
      if (held.generation === 0) await building;
    },
    engine: () => 'embedded',
  };
}

/** Whether a kept index is the directory's as it is now, but for a few changes and a night. */
function isNear(app: SearchApp, languages: readonly string[], kept: BuiltIndex): boolean {
  const { day } = directoryStateOf(app);
  const isRecent = kept.day === day || kept.day === addDays(day, -1);
  const isAlike = kept.languages.join() === languages.join();
  return isRecent && isAlike && !changesSince(app.db, kept.version, mostAtOnce).isMore;
}

/** Indexes what changed since the state held, if it is little; gives what is held then. */
function takeIn(
  engine: EmbeddedEngine,
  { db, clock }: SearchApp,
  languages: readonly string[],
  held: Held,
): Pick<Held, 'version' | 'isWhole'> {
  const { version, ids, isMore } = changesSince(db, held.version, mostAtOnce);
  const few = ids.slice(0, mostAtOnce);
  engine.remove(few);
  if (few.length > 0) engine.index([...documentsOf(db, clock, languages, few)]);
  return { version, isWhole: held.isWhole && !isMore };
}
