import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '#db/open-database.ts';

/**
 * Inserts rows of a table one by one through a single statement: for tests that need very many. A
 * column that is left out takes its default, else null.
 */
export function inserter<Table extends SQLiteTable>(
  db: Db,
  table: Table,
): (row: Table['$inferInsert']) => void {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const statement = db.$client.prepare(
    `insert into "${getTableName(table)}" (${names}) values (${marks})`,
  );
  return (row) => {
    const given: Readonly<Record<string, unknown>> = row;
    statement.run(
      columns.map(([key, column]) => {
        const value = given[key] ?? column.default ?? null;
        return value === null ? null : column.mapToDriverValue(value);
      }),
    );
  };
}
