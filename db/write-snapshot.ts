import Database from 'better-sqlite3';
import { openDatabase } from './open-database.ts';
import { publicTables } from './public-tables.ts';

export type Snapshot = { readonly rows: number };

/**
 * Copies all that is public from one database file into another, which is made when it is not there.
 * It is one transaction: sites that read the copy see the old directory, then the new one. Throws
 * when the source is of another version of the site.
 */
export function writeSnapshot(source: string, target: string): Snapshot {
  assertSameSchema(source, target);
  const { $client: client } = openDatabase(target);
  try {
    client.prepare('attach database ? as source').run(source);
    return client.transaction(() => copyAll(client)).immediate();
  } finally {
    client.close();
  }
}

function copyAll(client: Database.Database): Snapshot {
  client.pragma('defer_foreign_keys = ON');
  for (const table of [...publicTables].reverse()) client.exec(`delete from main.${table}`);
  const rows = publicTables.map(
    (table) =>
      client.prepare(`insert into main.${table} select * from source.${table}`).run().changes,
  );
  return { rows: rows.reduce((sum, count) => sum + count, 0) };
}

function assertSameSchema(source: string, target: string): void {
  openDatabase(target).$client.close();
  const [here, there] = [target, source].map(newestMigration);
  if (here !== there)
    throw new Error('The database is of another version of the site: start it once');
}

function newestMigration(file: string): unknown {
  const client = new Database(file, { readonly: true, fileMustExist: true });
  const newest = 'select max(created_at) from __drizzle_migrations';
  const found = client.prepare(newest).pluck().get();
  client.close();
  return found;
}
