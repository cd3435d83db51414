import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

import { openDirectorySearch } from '#directory/directory-search.ts';
import { findProviders, type Found } from '#directory/find-providers.ts';
import { openQuery, type FindQuery } from '#directory/find-query.ts';
import type { Ctx } from '#platform/context.ts';
import { openThrottle } from '#platform/http/throttle.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { systemIds } from '#platform/ids.ts';
import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import { readSettings } from '#platform/settings/settings.ts';
import { insertGeneratedDirectory, type GeneratedDirectory } from './generated-directory.ts';
import { newDatabase } from './new-database.ts';
import { testKeys } from './test-app.ts';

const locales = join(import.meta.dirname, '../../content/locales');
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export type GeneratedApp = GeneratedDirectory & {
  readonly databaseFile: string;
  /** The directory as anybody sees it, in a language. */
  readonly as: (language: string) => Ctx;
  /** In English. */
  readonly ctx: Ctx;
  /** What a search finds, given only what was chosen. */
  readonly find: (chosen: Partial<FindQuery>) => Promise<Found>;
};

/**
 * A generated directory for all the tests of a file that only read. It is Monday 23 November 2026,
 * 10:00 in London.
 */
export function openGeneratedApp(count: number, seed = 1): GeneratedApp {
  const folder = mkdtempSync(join(tmpdir(), 'fis-'));
  const databaseFile = join(folder, 'fis.sqlite');
  const db = newDatabase(databaseFile);
  afterAll(() => {
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  const generated = insertGeneratedDirectory(db, { count, seed, today: '2026-11-23' });
  const settings = readSettings({ DATABASE_PATH: databaseFile });
  const catalogue = openCatalogue(locales, settings.languages);
  const clock = { now: () => new Date('2026-11-23T10:00:00Z') };
  const search = openDirectorySearch(openEmbeddedEngine(), { db, clock, catalogue });
  const throttle = openThrottle(clock);
  const app = {
    ...{ settings, db, clock, ids: systemIds, keys: testKeys },
    ...{ log, catalogue, search, throttle, memory: new Map() },
  };
  const as = (language: string): Ctx => ({
    ...{ ...app, actor: { kind: 'public' } },
    words: catalogue.speak(language),
  });
  const ctx = as('en');
  return { ...generated, databaseFile, as, ctx, find: (chosen) => find(ctx, chosen) };
}

async function find(ctx: Ctx, chosen: Partial<FindQuery>): Promise<Found> {
  const found = await findProviders(ctx, { ...openQuery, ...chosen });
  if (!found.ok) throw new Error(`Not understood: ${found.problems[0]?.key ?? ''}`);
  return found.value;
}
