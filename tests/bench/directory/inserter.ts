import type Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';

export type Insert = <Table extends SQLiteTable>(
  table: Table,
  rows: readonly Table['$inferInsert'][],
) => void;

/** Puts rows into tables, one statement for each table: some millions of rows in a minute. */
export function inserterOf(client: Database.Database): Insert {
  const known = new Map<SQLiteTable, (row: Readonly<Record<string, unknown>>) => void>();
  return (table, rows) => {
    const insert = known.get(table) ?? rowInserter(client, table);
    known.set(table, insert);
    for (const row of rows) insert(row);
  };
}

function rowInserter(client: Database.Database, table: SQLiteTable) {
  const columns: readonly (readonly [string, SQLiteColumn])[] = Object.entries(
    getTableColumns(table),
  );
  const names = columns.map(([, { name }]) => `"${name}"`).join(', ');
  const gaps = columns.map(() => '?').join(', ');
  const statement = client.prepare(
    `insert into "${getTableName(table)}" (${names}) values (${gaps})`,
  );
  return (row: Readonly<Record<string, unknown>>): void => {
    statement.run(columns.map(([key, column]) => written(column, row[key] ?? column.default)));
  };
}

const written = (column: SQLiteColumn, value: unknown): unknown =>
  value === undefined || value === null ? null : column.mapToDriverValue(value);
