import { avg, count, inArray, isNotNull, max } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { placeName, postcode } from '#db/schema/geography.ts';
import { placesOf, type Area, type Place } from './postcode-places.ts';

type PlaceType = (typeof placeName.$inferSelect)['type'];

/**
 * Makes the names of places anew: wards and authorities from the postcode table as it stands,
 * localities from the file just read (those of other files stay). Says how many that made.
 */
export function rebuildPlaces(tx: Tx, localities: readonly Area[]): number {
  tx.delete(placeName)
    .where(inArray(placeName.type, ['ward', 'authority']))
    .run();
  const places = {
    authority: placesOf(authoritiesOf(tx)),
    ward: placesOf(wardsOf(tx)),
    locality: placesOf(localities),
  };
  add(tx, 'authority', places.authority);
  add(tx, 'ward', places.ward);
  add(tx, 'locality', places.locality);
  return Object.values(places).flat().length;
}

/** Whether there are names of places at all. */
export const hasPlaces = (tx: Tx): boolean =>
  tx.select({ key: placeName.key }).from(placeName).limit(1).get() !== undefined;

const middle = {
  latitude: avg(postcode.latitude).mapWith(Number),
  longitude: avg(postcode.longitude).mapWith(Number),
  postcodes: count(),
};

const wardsOf = (tx: Tx): readonly Area[] =>
  tx
    .select({
      name: max(postcode.wardName).mapWith(String),
      authority: max(postcode.authorityName),
      ...middle,
    })
    .from(postcode)
    .where(isNotNull(postcode.wardName))
    .groupBy(postcode.wardCode)
    .all();

const authoritiesOf = (tx: Tx): readonly Area[] =>
  tx
    .select({ name: max(postcode.authorityName).mapWith(String), ...middle })
    .from(postcode)
    .where(isNotNull(postcode.authorityName))
    .groupBy(postcode.authorityCode)
    .all()
    .map((row) => ({ ...row, authority: null }));

function add(tx: Tx, type: PlaceType, places: readonly Place[]): void {
  for (const place of places)
    tx.insert(placeName)
      .values({ ...place, type })
      .onConflictDoUpdate({ target: [placeName.key, placeName.type], set: place })
      .run();
}
