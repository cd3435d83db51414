import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

import { openDirectorySearch } from '#directory/directory-search.ts';
import { loadSampleArea } from '#exchange/load-sample-area.ts';
import type { Actor, App, Ctx } from '#platform/context.ts';
import { readKeyRing } from '#platform/crypto/key-ring.ts';
import { newKeysFile } from '#platform/crypto/open-key-ring.ts';
import { openThrottle } from '#platform/http/throttle.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { systemIds } from '#platform/ids.ts';
import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import { readSettings } from '#platform/settings/settings.ts';
import { newDatabase } from './new-database.ts';

const root = join(import.meta.dirname, '../..');
export const testKeys = readKeyRing(newKeysFile());

export type TestApp = App & {
  readonly folder: string;
  readonly databaseFile: string;
  /** Sets the clock. */
  readonly setTime: (iso: string) => void;
  /** The app as somebody sees it, in a language. */
  readonly as: (actor: Actor, language?: string) => Ctx;
};

/**
 * A whole app on a real database file in a folder of its own, gone when the test ends. It is Monday
 * 23 November 2026, 10:00 in London, until the test says otherwise.
 */
export function openTestApp(environment: Readonly<Record<string, string>> = {}): TestApp {
  const folder = mkdtempSync(join(tmpdir(), 'fis-'));
  const databaseFile = join(folder, 'fis.sqlite');
  const settings = readSettings({ DATABASE_PATH: databaseFile, ...environment });
  const db = newDatabase(databaseFile);
  onTestFinished(() => {
    db.$client.close();
    // A process that builds an index may still write there.
    rmSync(folder, { recursive: true, maxRetries: 5 });
  });
  let now = '2026-11-23T10:00:00Z';
  const clock = { now: () => new Date(now) };
  const catalogue = openCatalogue(join(root, 'content/locales'), settings.languages);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const search = openDirectorySearch(openEmbeddedEngine(), { db, clock, catalogue });
  const throttle = openThrottle(clock);
  const app = {
    ...{ settings, db, clock, ids: systemIds, keys: testKeys },
    ...{ log, catalogue, search, throttle, memory: new Map() },
  };
  return {
    ...app,
    folder,
    databaseFile,
    setTime: (iso) => {
      now = iso;
    },
    as: (actor, language = 'en') => ({ ...app, actor, words: catalogue.speak(language) }),
  };
}

/** The same with the sample area in its directory. */
export function openSampleApp(environment: Readonly<Record<string, string>> = {}): TestApp {
  const app = openTestApp(environment);
  const loaded = loadSampleArea(app);
  if (!loaded.ok) throw new Error('The sample area does not load');
  return app;
}

export const asha: Actor = { kind: 'staff', id: 'asha', name: 'Asha', role: 'broker' };
export const ben: Actor = { kind: 'staff', id: 'ben', name: 'Ben', role: 'broker' };
