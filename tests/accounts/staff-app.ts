import { sql } from 'drizzle-orm';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase, type Db } from '#db/open-database.ts';
import * as accounts from '#db/schema/accounts.ts';
import { systemClock } from '#platform/clock.ts';
import type { App, Ctx } from '#platform/context.ts';
import { readKeyRing } from '#platform/crypto/key-ring.ts';
import { newKeysFile } from '#platform/crypto/open-key-ring.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { systemIds } from '#platform/ids.ts';
import type { SearchEngine } from '#platform/search/search-engine.ts';
import { readSettings } from '#platform/settings/settings.ts';

const root = join(import.meta.dirname, '../..');
const keys = readKeyRing(newKeysFile());
const catalogue = openCatalogue(join(root, 'content/locales'), ['en']);
const noSearch: SearchEngine = {
  index: () => undefined,
  remove: () => undefined,
  rebuild: () => undefined,
  search: () => ({ total: 0, hits: [], counts: {} }),
};

/** An app on a database file of its own, for one test. */
export async function openStaffApp(
  environment: Readonly<Record<string, string>> = {},
): Promise<App> {
  const folder = mkdtempSync(join(tmpdir(), 'staff-'));
  const databasePath = join(folder, 'test.sqlite');
  const db = openDatabase(databasePath);
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  await addTables(db);
  return {
    settings: readSettings({ LANGUAGES: 'en', DATABASE_PATH: databasePath, ...environment }),
    db,
    clock: systemClock,
    ids: systemIds,
    keys,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    catalogue,
    search: noSearch,
  };
}

async function addTables(db: Db): Promise<void> {
  const there = db.get(sql`select 1 from sqlite_master where name = 'staff_account'`);
  if (there) return;
  const nothing = await generateSQLiteDrizzleJson({});
  const wanted = await generateSQLiteDrizzleJson({ ...accounts });
  for (const statement of await generateSQLiteMigration(nothing, wanted))
    db.$client.exec(statement);
}

/** The context of somebody who has not signed in. */
export const visitor = (app: App): Ctx => ({
  ...app,
  actor: { kind: 'public' },
  words: app.catalogue.speak('en'),
});

/** The context of the command line. */
export const operator = (app: App): Ctx => ({ ...visitor(app), actor: { kind: 'system' } });
