import { eq } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { consentedHome, fieldSource, location } from '#db/schema/directory.ts';
import { insertAll } from './sample-insert-store.ts';
import type { SamplePlace } from './sample-known-store.ts';
import type { SampleDetails } from './sample-details.ts';

type Home = NonNullable<SampleDetails['home']>;
type HomePlace = Omit<SamplePlace, 'details'> & { readonly home: Home };

/**
 * Puts each home in its district, roughly, and beside it only what it agreed to have published; the
 * postcodes of those that agreed to an address are still to be placed. `asAt` is the ISO day.
 */
export function saveSampleHomes(tx: Tx, places: readonly SamplePlace[], asAt: string): void {
  const homes = places.flatMap(({ details: { home }, ...ids }) => (home ? [{ ...ids, home }] : []));
  for (const { locationId, home } of homes) saveWhere(tx, locationId, home);
  insertAll(
    tx,
    consentedHome,
    homes.flatMap((one) => consentOf(one, asAt)),
  );
  insertAll(
    tx,
    fieldSource,
    homes.flatMap((one) => sourcesOf(one, asAt)),
  );
}

function saveWhere(tx: Tx, id: string, { outward, about }: Home): void {
  const [latitude, longitude] = about;
  tx.update(location)
    .set({ outwardPostcode: outward, latitude, longitude, pointPrecision: 'area' })
    .where(eq(location.id, id))
    .run();
}

function consentOf({ id, home: { name, address } }: HomePlace, asAt: string) {
  if (name === undefined) return [];
  const own = { serviceAtLocationId: id, name, source: 'sample', asAt };
  if (address === undefined) return [own];
  const { line, town, postcode } = address;
  return [{ ...own, addressLine1: line, town, postcode }];
}

function sourcesOf({ id, home: { name, address, withdrew } }: HomePlace, asAt: string) {
  const group = (fieldGroup: 'name' | 'address', consent: 'given' | 'withdrawn' | null) => ({
    ...{ serviceAtLocationId: id, source: 'sample' as const, asAt },
    ...{ fieldGroup, consent },
  });
  const unnamed = withdrew ? 'withdrawn' : null;
  return [
    group('name', name === undefined ? unnamed : 'given'),
    group('address', address === undefined ? unnamed : 'given'),
  ];
}
