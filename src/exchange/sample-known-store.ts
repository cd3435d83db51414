import { eq } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { serviceAtLocation } from '#db/schema/directory.ts';
import { registration } from '#db/schema/directory-registration.ts';
import type { SampleDetails } from './sample-details.ts';

/** A place of the sample's register with what is made up about it. */
export type SamplePlace = {
  readonly id: string;
  readonly serviceId: string;
  readonly locationId: string;
  readonly details: SampleDetails;
};

/** Finds each place's record by its made-up URN; a place that is not there is a bug of the sample. */
export function samplePlaces(
  reader: Reader,
  all: readonly SampleDetails[],
): readonly SamplePlace[] {
  const { id, serviceId, locationId } = serviceAtLocation;
  const rows = reader
    .select({ urn: registration.urn, id, serviceId, locationId })
    .from(registration)
    .innerJoin(serviceAtLocation, eq(id, registration.serviceAtLocationId))
    .all();
  const known = new Map(rows.map(({ urn, ...ids }) => [urn, ids]));
  return all.map((details) => {
    const ids = known.get(details.urn);
    if (ids === undefined) throw new Error(`The sample has no provider ${details.urn}`);
    return { ...ids, details };
  });
}
