import { fork } from 'node:child_process';
import type { App } from '#platform/context.ts';
import type { Snapshot } from '#platform/search/embedded/build-snapshot.ts';
import type { EmbeddedEngine } from '#platform/search/embedded/engine.ts';
import { readSnapshot, removeSnapshot } from '#platform/search/embedded/snapshot-file.ts';
import type { LiveSearch, SearchHits, SearchQuery } from '#platform/search/search-engine.ts';
import {
  directoryStateOf,
  documentsOf,
  nameOfState,
  type DirectoryState,
} from './directory-index.ts';
import { changesSince } from './directory-version-store.ts';
import { newIndexFile, removeLeftIndexes } from './index-files.ts';
import { recheckWords } from './recheck-words.ts';

const pauseAfterFailure = 10_000;
/** More changes than this are not read while somebody waits. */
const mostAtOnce = 100;
/** With more than this beside the finished index, it is time for a new one. */
const mostBeside = 500;

type SearchApp = Pick<App, 'db' | 'clock' | 'catalogue' | 'log'>;
type Built = DirectoryState & { readonly snapshot: Snapshot };
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
 * is whole the old one answers. `ready` resolves with the first.
 */
export function openBackgroundSearch(
  engine: EmbeddedEngine,
  app: SearchApp,
  script: URL,
): LiveSearch {
  const languages = app.catalogue.languages.map(({ code }) => code);
  let held: Held = { version: 0, day: '', generation: 0, isWhole: false };
  let building: Promise<void> | null = null;
  let mayTryAt = 0;
  const build = async (): Promise<void> => {
    try {
      const { snapshot, version, day } = await buildApart(script, app, languages);
      engine.adopt(snapshot);
      held = { version, day, generation: held.generation + 1, isWhole: true };
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
      refresh();
      if (held.generation === 0) await building;
    },
    engine: () => 'embedded',
  };
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

/** In a process of its own: its memory goes with it. The index comes by a file that nobody else has. */
async function buildApart(
  script: URL,
  { db, clock }: Pick<App, 'db' | 'clock'>,
  languages: readonly string[],
): Promise<Built> {
  const file = newIndexFile();
  try {
    await removeLeftIndexes(clock.now());
    const state = await runBuilder(script, [
      ...[db.$client.name, file, clock.now().toISOString()],
      ...languages,
    ]);
    return { ...state, snapshot: await readSnapshot(file) };
  } finally {
    await removeSnapshot(file);
  }
}

function runBuilder(script: URL, about: readonly string[]): Promise<DirectoryState> {
  return new Promise((resolve, reject) => {
    const builder = fork(script, about);
    // Only our own script speaks on this channel.
    builder.once('message', (state) => resolve(state as DirectoryState));
    builder.once('error', reject);
    builder.once('exit', () => reject(new Error('The build ended without an index')));
  });
}
