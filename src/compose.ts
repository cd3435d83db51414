import { join } from 'node:path';
import { openDatabase } from '#db/open-database.ts';
import { openReplica } from '#db/open-replica.ts';
import { systemClock } from '#platform/clock.ts';
import type { App } from '#platform/context.ts';
import { readKeyRing } from '#platform/crypto/key-ring.ts';
import { newKeysFile, openKeyRing } from '#platform/crypto/open-key-ring.ts';
import { openThrottle } from '#platform/http/throttle.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { systemIds } from '#platform/ids.ts';
import type { Log } from '#platform/log.ts';
import { openBackgroundSearch } from '#directory/background-search.ts';
import { openServedSearch } from '#directory/served-search.ts';
import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import type { Settings } from '#platform/settings/settings.ts';

const buildIndex = new URL('../scripts/build-index.ts', import.meta.url);

/** Builds what the process shares. `root` is the project's folder. */
export function composeApp(root: string, settings: Settings, log: Log): App {
  const { databasePath, readOnly, meilisearch } = settings;
  const db = readOnly ? openReplica(databasePath) : openDatabase(databasePath);
  const catalogue = openCatalogue(join(root, 'content/locales'), settings.languages);
  const shared = { db, clock: systemClock, catalogue, log };
  const here = openBackgroundSearch(openEmbeddedEngine(), shared, buildIndex);
  return {
    ...shared,
    settings,
    ids: systemIds,
    // A copy of the public pages holds nothing that is sealed: its keys end with the process.
    keys: readOnly ? readKeyRing(newKeysFile()) : openKeyRing(settings, db, log),
    // A copy cannot know what a search server knows: the main site's cursor is not in the snapshot.
    search: meilisearch && !readOnly ? openServedSearch(meilisearch, shared, here) : here,
    throttle: openThrottle(systemClock),
    memory: new Map(),
  };
}
