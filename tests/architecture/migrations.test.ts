import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as schema from '#db/schema/index.ts';

const migrations = join(import.meta.dirname, '../../db/migrations');
const journal = z.object({ entries: z.array(z.object({ idx: z.number(), tag: z.string() })) });
const snapshot = z.record(z.string(), z.unknown());
const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(join(migrations, name), 'utf8'));
const { entries } = journal.parse(readJson('meta/_journal.json'));

/** The tables after the newest migration, as drizzle-kit noted them when it wrote it. */
async function madeByMigrations() {
  const newest = String(entries.at(-1)?.idx).padStart(4, '0');
  return {
    ...(await generateSQLiteDrizzleJson({})),
    ...snapshot.parse(readJson(`meta/${newest}_snapshot.json`)),
  };
}

const missing = async (described: Record<string, unknown>) =>
  generateSQLiteMigration(await madeByMigrations(), await generateSQLiteDrizzleJson(described));

test('the migrations make exactly the tables that the schema describes', async () => {
  expect(await missing(schema)).toEqual([]);
}, 30_000);

test('a table without a migration would be found', async () => {
  const forgotten = sqliteTable('forgotten', { id: text().primaryKey() });
  expect(await missing({ ...schema, forgotten })).toEqual([expect.stringContaining('`forgotten`')]);
}, 30_000);

test('every migration file is in the journal, in its order', () => {
  const files = readdirSync(migrations).filter((name) => name.endsWith('.sql'));
  expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.sort());
});
