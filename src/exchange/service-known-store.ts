import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { fieldSource, location, serviceAtLocation } from '#db/schema/directory.ts';
import { registration } from '#db/schema/directory-registration.ts';

export type FieldGroup = (typeof fieldSource.$inferSelect)['fieldGroup'];
export type KnownRecord = Pick<
  typeof serviceAtLocation.$inferSelect,
  'id' | 'serviceId' | 'locationId' | 'source' | 'sourceDigest' | 'leftOn' | 'isSample'
> & {
  readonly authority: string;
  readonly postcode: string | null;
  /** Of childcare that is registered; such a record is no other file's to speak of. */
  readonly urn: string | null;
};

/** Those who answer for a group of facts in place of the record's source. */
const nearer = ['provider', 'council'] as const;

/** What is known before an import, so that each row needs no query of its own. */
export function loadKnownRecords(tx: Tx) {
  const { id, serviceId, locationId, source, sourceDigest, leftOn, isSample } = serviceAtLocation;
  const records: readonly KnownRecord[] = tx
    .select({
      ...{ id, serviceId, locationId, source, sourceDigest, leftOn, isSample },
      ...{ authority: location.authority, postcode: location.postcode, urn: registration.urn },
    })
    .from(serviceAtLocation)
    .innerJoin(location, eq(location.id, locationId))
    .leftJoin(registration, eq(registration.serviceAtLocationId, id))
    .all();
  const kept = Map.groupBy(
    tx.select().from(fieldSource).where(inArray(fieldSource.source, nearer)).all(),
    (row) => row.serviceAtLocationId,
  );
  const groupsOf = (rows: readonly KnownRecord[] | undefined): ReadonlySet<FieldGroup> =>
    new Set((rows ?? []).flatMap((row) => kept.get(row.id) ?? []).map((row) => row.fieldGroup));
  const postcodes = new Map(records.map((row) => [row.locationId, row.postcode]));
  const byId = new Map(records.map((row) => [row.id, row]));
  const taken = records.filter((row) => kept.has(row.id));
  const byRecord = Map.groupBy(taken, (row) => row.id);
  const byService = Map.groupBy(taken, (row) => row.serviceId);
  const byLocation = Map.groupBy(taken, (row) => row.locationId);
  return {
    records,
    record: (recordId: string): KnownRecord | undefined => byId.get(recordId),
    /** Of a place that has records. */
    postcodeOf: (place: string): string | null | undefined => postcodes.get(place),
    /** Groups that the council or the provider answers for: of the record itself… */
    keptAt: (recordId: string) => groupsOf(byRecord.get(recordId)),
    /** … of a service, at whichever place it was said… */
    keptOf: (of: string) => groupsOf(byService.get(of)),
    /** … and of a place. */
    keptIn: (place: string) => groupsOf(byLocation.get(place)),
  };
}

export type KnownRecords = ReturnType<typeof loadKnownRecords>;
