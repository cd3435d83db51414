import { fork } from 'node:child_process';
import type { App } from '#platform/context.ts';
import type { Snapshot } from '#platform/search/embedded/build-snapshot.ts';
import { openEmbeddedEngine, type EmbeddedEngine } from '#platform/search/embedded/engine.ts';
import type { LiveSearch, SearchHits, SearchQuery } from '#platform/search/search-engine.ts';
import { directoryState, documentsOf } from './directory-index.ts';

const pauseAfterFailure = 10_000;
/** Words that more places have than this tell nothing of one of them. */
const mostRechecked = 200;
type Built = { readonly state: string; readonly snapshot: Snapshot };

/**
 * A search that never makes anybody wait: `script` builds each new index in a process of its own, and
 * until that is whole the old one answers. `ready` resolves with the first.
 */
export function openBackgroundSearch(
  engine: EmbeddedEngine,
  app: Pick<App, 'db' | 'clock' | 'catalogue' | 'log'>,
  script: URL,
): LiveSearch {
  const languages = app.catalogue.languages.map(({ code }) => code);
  let searched = '';
  let building: Promise<void> | null = null;
  let mayTryAt = 0;
  const build = async (): Promise<void> => {
    try {
      const { state, snapshot } = await buildApart(script, app, languages);
      engine.adopt(snapshot);
      searched = state;
    } catch (error) {
      app.log.error('search index not built', { reason: String(error) });
      mayTryAt = app.clock.now().getTime() + pauseAfterFailure;
    }
    building = null;
  };
  const refresh = () => {
    if (building !== null || directoryState(app) === searched) return;
    if (app.clock.now().getTime() >= mayTryAt) building = build();
  };
  /** An index that is behind must not find a place by words that have been withdrawn since. */
  const recheck = (query: SearchQuery, hits: SearchHits): SearchHits => {
    const all = engine.search({ ...query, count: [], offset: 0, limit: mostRechecked });
    const found = all.hits.map(({ id }) => id);
    const fresh = openEmbeddedEngine();
    fresh.rebuild(documentsOf(app.db, app.clock, languages, found));
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
  };
  const search = (query: SearchQuery): SearchHits => {
    refresh();
    const hits = engine.search(query);
    return searched === directoryState(app) || query.words === '' ? hits : recheck(query, hits);
  };
  return {
    search,
    searchHere: search,
    state: () => searched,
    ready: async () => {
      refresh();
      if (searched === '') await building;
    },
  };
}

/** In a process of its own: its memory goes with it. */
function buildApart(
  script: URL,
  { db, clock }: Pick<App, 'db' | 'clock'>,
  languages: readonly string[],
): Promise<Built> {
  const about = [db.$client.name, clock.now().toISOString(), ...languages];
  return new Promise((resolve, reject) => {
    const builder = fork(script, about, { serialization: 'advanced' });
    // Only our own script speaks on this channel.
    builder.once('message', (built) => resolve(built as Built));
    builder.once('error', reject);
    builder.once('exit', () => reject(new Error('The build ended without an index')));
  });
}
