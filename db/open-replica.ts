import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Db } from './open-database.ts';
import { rememberStatements } from './remember-statements.ts';
import * as schema from './schema/index.ts';

/** Opens a database file that is there, for reading alone. Throws when there is none. */
export function openReplica(file: string): Db {
  const client = new Database(file, { readonly: true, fileMustExist: true });
  client.pragma('temp_store = MEMORY');
  client.pragma('cache_size = -6000');
  rememberStatements(client);
  return drizzle(client, { schema });
}
