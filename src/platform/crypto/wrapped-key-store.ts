import { and, asc, count, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reader, Tx } from '#db/open-database.ts';
import { brokerageCase, requestDraft } from '#db/schema/brokerage.ts';
import { listingReport } from '#db/schema/listing-report.ts';
import { keyCheck } from '#db/schema/platform.ts';
import { reminderContact } from '#db/schema/reminder.ts';

/** A table whose rows have each a key of their own, wrapped for the id of the row. */
export type WrappedKeys = {
  readonly name: string;
  readonly table: SQLiteTable;
  readonly owner: SQLiteColumn;
  readonly wrapped: SQLiteColumn;
};

/** Every table that keeps wrapped keys. One that is left out here is lost when its key is retired. */
export const wrappedKeyTables: readonly WrappedKeys[] = [
  {
    name: 'requests',
    table: brokerageCase,
    owner: brokerageCase.id,
    wrapped: brokerageCase.wrappedKey,
  },
  {
    name: 'unsent requests',
    table: requestDraft,
    owner: requestDraft.tokenHash,
    wrapped: requestDraft.wrappedKey,
  },
  {
    name: 'reports about a page',
    table: listingReport,
    owner: listingReport.id,
    wrapped: listingReport.wrappedKey,
  },
  {
    name: 'reminders',
    table: reminderContact,
    owner: reminderContact.id,
    wrapped: reminderContact.wrappedKey,
  },
];

export type WrappedRow = { readonly owner: string; readonly wrapped: string };

/** The id of the key that wrapped a row's own. */
const wrappingId = ({ wrapped }: WrappedKeys) =>
  sql<string>`substr(${wrapped}, 1, instr(${wrapped}, '.') - 1)`;

/** The next rows of a table in the order of their ids that another key than `id` has wrapped. */
export const rowsWrappedOtherwise = (
  db: Reader,
  keys: WrappedKeys,
  id: string,
  after: string,
  limit: number,
): readonly WrappedRow[] =>
  db
    .select({ owner: sql<string>`${keys.owner}`, wrapped: sql<string>`${keys.wrapped}` })
    .from(keys.table)
    .where(and(isNotNull(keys.wrapped), gt(keys.owner, after), sql`${wrappingId(keys)} <> ${id}`))
    .orderBy(asc(keys.owner))
    .limit(limit)
    .all();

/** Stores a row's key in another form, unless it has changed since it was read. */
export const replaceWrapped = (
  tx: Tx,
  { table, owner, wrapped }: WrappedKeys,
  row: WrappedRow,
  fresh: string,
): void => {
  tx.update(table)
    .set({ wrappedKey: fresh })
    .where(and(eq(owner, row.owner), eq(wrapped, row.wrapped)))
    .run();
};

/** How many rows of a table each key has wrapped. */
export const countByKey = (db: Reader, keys: WrappedKeys): ReadonlyMap<string, number> =>
  new Map(
    db
      .select({ id: wrappingId(keys), rows: count() })
      .from(keys.table)
      .where(isNotNull(keys.wrapped))
      .groupBy(wrappingId(keys))
      .all()
      .map(({ id, rows }) => [id, rows]),
  );

/** Forgets that this database was ever written with a key. */
export const forgetKeyCheck = (db: Reader, id: string): void => {
  db.delete(keyCheck).where(eq(keyCheck.keyId, id)).run();
};
