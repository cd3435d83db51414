import { asc, min } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { schoolRun } from '#db/schema/directory-offer.ts';
import { keptWhileUnchanged } from './provider-cache.ts';

/** The schools that somebody takes children to or picks them up from: their key → their name. */
export const schoolNames: (reader: Reader) => ReadonlyMap<string, string> = keptWhileUnchanged(
  (reader) => {
    const rows = reader
      .select({ school: schoolRun.school, name: min(schoolRun.schoolName) })
      .from(schoolRun)
      .groupBy(schoolRun.school)
      .orderBy(asc(min(schoolRun.schoolName)))
      .all();
    return new Map(rows.map(({ school, name }) => [school, name ?? school]));
  },
);
