import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '#db/open-database.ts';

type Row<Table extends SQLiteTable> = Readonly<Partial<InferInsertModel<Table>>>;
type Value = string | number | null;

export type RowWriter = ReturnType<typeof rowWriter>;

/**
 * Writes rows with statements that are each prepared once, whatever columns a row has: an import
 * writes tens of thousands. It writes in whichever transaction the database is in. Not for columns
 * that hold JSON.
 */
export function rowWriter({ $client: client }: Db) {
  const statements = new Map<string, ReturnType<typeof client.prepare<Value[]>>>();
  const prepared = (text: string) => {
    const statement = statements.get(text) ?? client.prepare<Value[]>(text);
    statements.set(text, statement);
    return statement;
  };
  return {
    /** Adds a row, or changes these columns of the one with the same `id`. */
    upsert: <Table extends SQLiteTable>(table: Table, row: Row<Table>): void => {
      const { names, values } = cellsOf(table, row);
      const set = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
      prepared(`${insertText(table, names)} on conflict (id) do update set ${set.join(', ')}`).run(
        ...values,
      );
    },
    insert: <Table extends SQLiteTable>(table: Table, row: Row<Table>): void => {
      const { names, values } = cellsOf(table, row);
      prepared(insertText(table, names)).run(...values);
    },
    /** Deletes the rows that have these values. */
    remove: <Table extends SQLiteTable>(table: Table, row: Row<Table>): void => {
      const { names, values } = cellsOf(table, row);
      const where = names.map((name) => `${name} = ?`).join(' and ');
      prepared(`delete from ${nameOf(table)} where ${where}`).run(...values);
    },
  };
}

const nameOf = (table: SQLiteTable): string => `"${getTableName(table)}"`;

const insertText = (table: SQLiteTable, names: readonly string[]): string =>
  `insert into ${nameOf(table)} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`;

/** Names and values by the columns of the table; a column that is not said keeps its default. */
function cellsOf(table: SQLiteTable, row: object) {
  const columns = getTableColumns(table);
  const cells = Object.entries(row).flatMap(([field, value]) => {
    const column = columns[field];
    return column === undefined || value === undefined
      ? []
      : [{ name: column.name, value: encoded(value) }];
  });
  return { names: cells.map(({ name }) => name), values: cells.map(({ value }) => value) };
}

function encoded(value: unknown): Value {
  if (typeof value === 'boolean') return Number(value);
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Error('A row holds only texts, numbers, yes or no');
}
