import { inArray } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { school } from '#db/schema/geography.ts';
import { placeKey } from '#directory/place-name.ts';
import type { RowWriter } from './row-writer-store.ts';
import type { Establishment } from './school-row.ts';

type Row = typeof school.$inferSelect;

/**
 * Brings the table of schools to these, of these authorities, and says how many rows that changed.
 * Schools that are gone leave the table; what was written about them stays with who wrote it.
 */
export function saveSchools(
  tx: Tx,
  write: RowWriter,
  schools: readonly Establishment[],
  authorities: readonly string[],
): number {
  const rows = schools.map(rowOf);
  const known = new Map(
    tx
      .select()
      .from(school)
      .all()
      .map((row) => [row.urn, row]),
  );
  const news = rows.filter((row) => differs(known.get(row.urn), row));
  for (const row of news) {
    write.remove(school, { urn: row.urn });
    write.insert(school, row);
  }
  const present = new Set(rows.map(({ urn }) => urn));
  const gone = tx
    .select({ urn: school.urn })
    .from(school)
    .where(inArray(school.authority, authorities))
    .all()
    .filter(({ urn }) => !present.has(urn));
  for (const { urn } of gone) write.remove(school, { urn });
  return news.length + gone.length;
}

const rowOf = ({ urn, name, postcode, authority, ages }: Establishment): Row => ({
  ...{ urn, name, key: placeKey(name), postcode, authority },
  agesFromYears: ages?.from ?? null,
  agesToYears: ages?.to ?? null,
});

const differs = (before: Readonly<Record<string, unknown>> | undefined, after: Row): boolean =>
  Object.entries(after).some(([column, value]) => before?.[column] !== value);
