import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db, Reader } from '#db/open-database.ts';
import { searchCursor } from '#db/schema/platform.ts';
import type { DirectoryState } from './directory-index.ts';
import { preparedFor } from './prepared-for.ts';

/** What a search server knows: the directory's version on a day, and how its index is made. */
export type Known = DirectoryState & { readonly recipe: string };

const leaseSeconds = 60;

/** What the server's index knows; null before it has been filled. */
export const readCursor = (reader: Reader, index: string): Known | null => {
  const row = cursorOf(reader).get({ index });
  return row === undefined || row.recipe === ''
    ? null
    : { version: row.version, day: row.day, recipe: row.recipe };
};

const cursorOf = preparedFor((reader) =>
  reader
    .select()
    .from(searchCursor)
    .where(eq(searchCursor.indexName, sql.placeholder('index')))
    .prepare(),
);

/** Takes or prolongs the right to write to the server's index; false while another has it. */
export function leaseCursor(db: Db, index: string, writer: string, now: Date): boolean {
  const leaseUntil = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
  const isFree = or(
    isNull(searchCursor.leaseUntil),
    lte(searchCursor.leaseUntil, now.toISOString()),
    eq(searchCursor.writer, writer),
  );
  const { changes } = db
    .insert(searchCursor)
    .values({ indexName: index, version: 0, day: '', recipe: '', writer, leaseUntil })
    .onConflictDoUpdate({
      target: searchCursor.indexName,
      set: { writer, leaseUntil },
      ...(isFree !== undefined && { setWhere: isFree }),
    })
    .run();
  return changes > 0;
}

/** Notes what the index knows now; false when somebody else has become its writer meanwhile. */
export const moveCursor = (db: Db, index: string, writer: string, known: Known): boolean =>
  db.update(searchCursor).set(known).where(isWriter(index, writer)).run().changes > 0;

export function releaseCursor(db: Db, index: string, writer: string): void {
  db.update(searchCursor)
    .set({ writer: null, leaseUntil: null })
    .where(isWriter(index, writer))
    .run();
}

const isWriter = (index: string, writer: string) =>
  and(eq(searchCursor.indexName, index), eq(searchCursor.writer, writer));
