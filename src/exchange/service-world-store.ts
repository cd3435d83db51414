import { eq, sql } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { postcode, school } from '#db/schema/geography.ts';
import { placeKey } from '#directory/place-name.ts';

/** What rows of services may refer to: postcodes and schools that were imported before. */
export function serviceWorld(reader: Reader) {
  const place = reader
    .select({ authority: postcode.authorityName })
    .from(postcode)
    .where(eq(postcode.key, sql.placeholder('key')))
    .prepare();
  const named = (column: typeof school.urn | typeof school.key, text: string) =>
    reader.select().from(school).where(eq(column, text)).all();
  return {
    authorityAt: (key: string): string | null => place.get({ key })?.authority ?? null,
    /** By number, or by a name that only one school has. */
    schoolNamed: (text: string) => {
      const found = /^\d+$/.test(text)
        ? named(school.urn, text)
        : named(school.key, placeKey(text));
      const [only, ...others] = found;
      return only === undefined || others.length > 0
        ? null
        : { school: only.urn, schoolName: only.name };
    },
  };
}
