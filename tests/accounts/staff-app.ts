import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import type { App, Ctx } from '#platform/context.ts';
import { readKeyRing } from '#platform/crypto/key-ring.ts';
import { newKeysFile } from '#platform/crypto/open-key-ring.ts';
import { openThrottle } from '#platform/http/throttle.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { systemIds } from '#platform/ids.ts';
import type { LiveSearch } from '#platform/search/search-engine.ts';
import { readSettings } from '#platform/settings/settings.ts';
import { newDatabase } from '../support/new-database.ts';

const root = join(import.meta.dirname, '../..');
const keys = readKeyRing(newKeysFile());
const catalogue = openCatalogue(join(root, 'content/locales'), ['en']);
const nothing = () => ({ total: 0, hits: [], counts: {}, corrected: [] });
const noSearch: LiveSearch = {
  ...{ state: () => '', ready: () => Promise.resolve() },
  ...{ search: nothing, searchHere: nothing, engine: () => 'embedded' as const },
};

/** An app on a database file of its own, for one test. */
export function openStaffApp(environment: Readonly<Record<string, string>> = {}): App {
  const folder = mkdtempSync(join(tmpdir(), 'staff-'));
  const databasePath = join(folder, 'test.sqlite');
  const db = newDatabase(databasePath);
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  return {
    settings: readSettings({ LANGUAGES: 'en', DATABASE_PATH: databasePath, ...environment }),
    db,
    clock: systemClock,
    ids: systemIds,
    keys,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    catalogue,
    search: noSearch,
    throttle: openThrottle(systemClock),
    memory: new Map(),
  };
}

/** The context of somebody who has not signed in. */
export const visitor = (app: App): Ctx => ({
  ...app,
  actor: { kind: 'public' },
  words: app.catalogue.speak('en'),
});

/** The context of the command line. */
export const operator = (app: App): Ctx => ({ ...visitor(app), actor: { kind: 'system' } });
