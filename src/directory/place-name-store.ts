import { eq, sql } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { placeName } from '#db/schema/geography.ts';
import type { PlaceName } from './place-name.ts';
import { preparedFor } from './prepared-for.ts';
import { directoryVersionOf } from './directory-version-store.ts';

/** The place of this very name; where it is a locality, a ward and an authority, the smallest. */
export const getPlaceName = (reader: Reader, key: string): PlaceName | null =>
  queries(reader).byKey.get({ key }) ?? null;

/** Every known name. They are kept until the directory changes: a misspelt one is compared to all. */
export function listPlaceNames(reader: Reader): readonly PlaceName[] {
  const { all, kept } = queries(reader);
  const version = directoryVersionOf(reader);
  if (kept.version !== version) Object.assign(kept, { version, names: all.all() });
  return kept.names;
}

const columns = {
  key: placeName.key,
  name: placeName.name,
  latitude: placeName.latitude,
  longitude: placeName.longitude,
};
const smallestFirst = sql`case ${placeName.type} when 'locality' then 0 when 'ward' then 1 else 2 end`;

type Kept = { readonly version: number; readonly names: readonly PlaceName[] };
const nothing: Kept = { version: -1, names: [] };

const queries = preparedFor((reader) => ({
  byKey: reader
    .select(columns)
    .from(placeName)
    .where(eq(placeName.key, sql.placeholder('key')))
    .orderBy(smallestFirst)
    .limit(1)
    .prepare(),
  all: reader.select(columns).from(placeName).orderBy(placeName.key, smallestFirst).prepare(),
  kept: { ...nothing },
}));
