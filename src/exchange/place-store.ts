import { eq } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { provider } from '#db/schema/directory.ts';
import { findPostcode } from '#directory/postcode-store.ts';

type Placed = Pick<
  typeof provider.$inferSelect,
  'latitude' | 'longitude' | 'pointPrecision' | 'wardCode' | 'wardName'
>;
const nowhere: Placed = {
  latitude: null,
  longitude: null,
  pointPrecision: 'none',
  wardCode: null,
  wardName: null,
};

/**
 * Puts every provider where its postcode is by the table as it stands (a home, or a postcode not in
 * the table, in the middle of its district), and says how many that moved.
 */
export function placeProviders(tx: Tx): number {
  const find = remembered((text) => placedAt(tx, text));
  let moved = 0;
  for (const row of tx.select().from(provider).all()) {
    const district = row.outwardPostcode === null ? nowhere : find(row.outwardPostcode);
    const exact = row.postcode === null ? nowhere : find(row.postcode);
    const place = exact.pointPrecision === 'none' ? district : exact;
    if (samePlace(row, place)) continue;
    tx.update(provider).set(place).where(eq(provider.id, row.id)).run();
    moved += 1;
  }
  return moved;
}

function placedAt(tx: Tx, text: string): Placed {
  const found = findPostcode(tx, text);
  if (!found.ok) return nowhere;
  const { point, ward } = found.value;
  return {
    latitude: point.latitude,
    longitude: point.longitude,
    pointPrecision: point.precision,
    wardCode: ward?.code ?? null,
    wardName: ward?.name ?? null,
  };
}

const samePlace = (one: Placed, other: Placed): boolean =>
  one.latitude === other.latitude &&
  one.longitude === other.longitude &&
  one.pointPrecision === other.pointPrecision &&
  one.wardCode === other.wardCode &&
  one.wardName === other.wardName;

function remembered<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}
