import { asc, gt, lte, sql } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { directoryChange, directoryVersion } from '#db/schema/directory.ts';
import { preparedFor } from './prepared-for.ts';

/** A number that rises with every change to the directory. */
export const directoryVersionOf = (reader: Reader): number =>
  currentVersion(reader).get()?.version ?? 0;

const currentVersion = preparedFor((reader) => reader.select().from(directoryVersion).prepare());

/** Versions whose changes are remembered; whoever is further behind reads everything anew. */
const remembered = 1000;

/**
 * Tells every process that the directory changed, and which places; call it in the transaction of
 * the change. `many` when that is not known, as after an import.
 */
export function raiseDirectoryVersion(tx: Reader, changed: readonly string[] | 'many'): void {
  tx.insert(directoryVersion)
    .values({ id: 1, version: 1 })
    .onConflictDoUpdate({
      target: directoryVersion.id,
      set: { version: sql`${directoryVersion.version} + 1` },
    })
    .run();
  const version = directoryVersionOf(tx);
  const places = changed === 'many' ? [null] : changed;
  for (const serviceAtLocationId of places) {
    tx.insert(directoryChange).values({ version, serviceAtLocationId }).run();
  }
  tx.delete(directoryChange)
    .where(lte(directoryChange.version, version - remembered))
    .run();
}

/** What changed after a version. */
export type DirectoryChanges = {
  /** The version that this leads to. */
  readonly version: number;
  /** Places that were added, changed, hidden or left, each once. */
  readonly ids: readonly string[];
  /** Whether more changed than `ids` says. */
  readonly isMore: boolean;
};

/** The changes after a version, at most so many of them. */
export function changesSince(reader: Reader, since: number, most: number): DirectoryChanges {
  const version = directoryVersionOf(reader);
  const rows = reader
    .select()
    .from(directoryChange)
    .where(gt(directoryChange.version, since))
    .orderBy(asc(directoryChange.version))
    .limit(most + 1)
    .all();
  const told = new Set(rows.map((row) => row.version));
  const ids = new Set(rows.flatMap((row) => row.serviceAtLocationId ?? []));
  const isTold = rows.length <= most && told.size === version - since;
  const isKnown = rows.every((row) => row.serviceAtLocationId !== null);
  return { version, ids: [...ids], isMore: !isTold || !isKnown };
}
