import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rememberStatements } from './remember-statements.ts';
import * as schema from './schema/index.ts';

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };
/** The handle inside a transaction; everything a store needs, and nothing that could nest one. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
/** What a store reads from: the database itself or a transaction on it. */
export type Reader = Db | Tx;

/** How long a write waits for another process, such as an import, before it fails. */
const busyMilliseconds = 5000;

/** Two connections on an older SQLite can lose commits (the WAL-reset bug, fixed in 3.51.3). */
const oldestSafeSqlite = [3, 51, 3] as const;

/**
 * Opens the one database file, sets what durability needs, and brings it to the newest schema.
 * Throws when SQLite is too old or a migration fails; nothing is half migrated.
 */
export function openDatabase(file: string): Db {
  mkdirSync(dirname(file), { recursive: true });
  const client = new Database(file, { timeout: busyMilliseconds });
  assertSqliteIsSafe(client);
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  client.pragma('recursive_triggers = ON');
  client.pragma('secure_delete = ON');
  client.pragma('temp_store = MEMORY');
  client.pragma('cache_size = -6000');
  const db = drizzle(client, { schema });
  migrate(db, { migrationsFolder: join(import.meta.dirname, 'migrations') });
  rememberStatements(client);
  return db;
}

function assertSqliteIsSafe(client: Database.Database): void {
  const version = String(client.prepare('select sqlite_version()').pluck().get());
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [a, b, c] = oldestSafeSqlite;
  const safe = major > a || (major === a && (minor > b || (minor === b && patch >= c)));
  if (!safe) throw new Error(`SQLite ${version} is older than ${oldestSafeSqlite.join('.')}`);
}
