import type Database from 'better-sqlite3';

/** Enough for every statement that the site has; lists of ids of many lengths push each other out. */
const most = 150;

/**
 * Makes a connection compile a statement once and not each time it is asked for: drizzle asks for it
 * with every query. A statement that is still being read gets a fresh twin.
 */
export function rememberStatements(client: Database.Database): void {
  const compile = client.prepare.bind(client);
  const known = new Map<string, Database.Statement>();
  const remembered = (source: string): Database.Statement => {
    const found = known.get(source);
    if (found?.busy) return compile(source);
    const statement = found ?? compile(source);
    known.delete(source);
    known.set(source, statement);
    if (known.size > most) known.delete([...known.keys()][0] ?? '');
    // Drizzle asks for rows as arrays where it maps them, and relies on objects everywhere else.
    return statement.reader ? statement.raw(false) : statement;
  };
  Object.assign(client, { prepare: remembered });
}
