import { fork } from 'node:child_process';
import type { App } from '#platform/context.ts';
import type { Snapshot } from '#platform/search/embedded/build-snapshot.ts';
import type { EmbeddedEngine } from '#platform/search/embedded/engine.ts';
import type { LiveSearch } from '#platform/search/search-engine.ts';
import { directoryState } from './directory-index.ts';

const pauseAfterFailure = 10_000;
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
      const { state, snapshot } = await buildApart(script, app.db.$client.name, languages);
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
  return {
    ...engine,
    search: (query) => {
      refresh();
      return engine.search(query);
    },
    state: () => searched,
    ready: async () => {
      refresh();
      if (searched === '') await building;
    },
  };
}

/** In a process of its own: its memory goes with it. */
function buildApart(script: URL, file: string, languages: readonly string[]): Promise<Built> {
  return new Promise((resolve, reject) => {
    const builder = fork(script, [file, ...languages], { serialization: 'advanced' });
    // Only our own script speaks on this channel.
    builder.once('message', (built) => resolve(built as Built));
    builder.once('error', reject);
    builder.once('exit', () => reject(new Error('The build ended without an index')));
  });
}
