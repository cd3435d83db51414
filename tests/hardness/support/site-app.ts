import { join } from 'node:path';
import { composeApp } from '../../../src/compose.ts';
import { readSettings } from '#platform/settings/settings.ts';
import type { TestApp } from '../../support/test-app.ts';

const root = join(import.meta.dirname, '../../..');
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * The app on the folder of a site that runs, or will run, in a process of its own: the same
 * database, keys and clock. Close it with `db.$client.close()`.
 */
export function openSiteApp(folder: string): TestApp {
  const databaseFile = join(folder, 'fis.sqlite');
  const app = composeApp(root, readSettings({ DATABASE_PATH: databaseFile }), silent);
  return {
    ...app,
    folder,
    databaseFile,
    setTime: () => {
      throw new Error('A running site has the time of day');
    },
    as: (actor, language = 'en') => ({ ...app, actor, words: app.catalogue.speak(language) }),
  };
}
