import type { Db } from '#db/open-database.ts';

type Row = Readonly<Record<string, unknown>>;

/** Every row of every table; of `except` only what is not in those tables. */
export function everyRow(db: Db, except: readonly string[] = []): Readonly<Record<string, Row[]>> {
  const tables = db.$client
    .prepare<[], string>("select name from sqlite_master where type = 'table' order by name")
    .pluck()
    .all();
  const kept = tables.filter((name) => !except.includes(name));
  return Object.fromEntries(kept.map((name) => [name, rowsIn(db, name)]));
}

/** The rows of one table, as SQLite keeps them. */
export const rowsIn = (db: Db, table: string): Row[] =>
  db.$client.prepare<[], Row>(`select * from "${table}"`).all();

/** How many rows each of these tables has gained, running `work` between. */
export function gained(db: Db, tables: readonly string[], work: () => void) {
  const count = () => tables.map((table) => rowsIn(db, table).length);
  const before = count();
  work();
  const after = count();
  return Object.fromEntries(
    tables.map((table, index) => [table, (after[index] ?? 0) - (before[index] ?? 0)]),
  );
}
