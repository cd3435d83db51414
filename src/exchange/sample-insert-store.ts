import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Tx } from '#db/open-database.ts';

/**
 * Inserts all rows into one table by one statement, for speed. Values are kept as JSON has them; a
 * column that a row leaves out is null, so one with a default must be said.
 */
export function insertAll<Table extends SQLiteTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): void {
  const values = Object.keys(getTableColumns(table)).map((name) => sql`value ->> ${name}`);
  const list = sql.join(values, sql`, `);
  tx.insert(table)
    .select(sql`select ${list} from json_each(${JSON.stringify(rows)})`)
    .run();
}
