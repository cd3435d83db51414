import { and, isNull, ne, notInArray, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import {
  location,
  organisation,
  service,
  serviceAtLocation,
  serviceTerm,
} from '#db/schema/directory.ts';
import type { FieldGroup, KnownRecords } from './service-known-store.ts';
import type { RowWriter } from './row-writer-store.ts';
import { addOffer, removeOffer } from './service-offer-store.ts';
import { digestOf, type ServiceRecord } from './service-record.ts';

type Kept = ReadonlySet<FieldGroup>;

/**
 * Writes one record if it differs from what is known, and says what that came to. Groups of facts
 * that the council or the provider answers for stay as they are.
 */
export function saveRecord(
  write: RowWriter,
  known: KnownRecords,
  record: ServiceRecord,
): 'added' | 'changed' | 'unchanged' {
  const before = known.record(record.id);
  const sourceDigest = digestOf(record);
  if (before?.sourceDigest === sourceDigest && before.leftOn === null) return 'unchanged';
  const { organisation: body, source, asAt } = record;
  if (body !== null) write.upsert(organisation, { ...body, source, asAt });
  saveService(write, record, known.keptOf(record.service.id));
  saveLocation(write, record.location, known);
  saveStanding(write, record, sourceDigest);
  if (before !== undefined) removeOffer(write, record.id, known.keptAt(record.id));
  addOffer(write, record, known.keptAt(record.id));
  return before === undefined ? 'added' : 'changed';
}

function saveService(
  write: RowWriter,
  { service: said, organisation: body }: ServiceRecord,
  kept: Kept,
): void {
  const { id, name, kind, alsoKinds, outcomes, audiences, ...rest } = said;
  const { description, eligibility, howToAccess, forDisabledChildren } = rest;
  const { agesFromMonths, agesToMonths, isFree, freeEarlyYears, deposit, extras } = rest;
  const { meals, ratio, waitingList } = rest;
  write.upsert(service, {
    ...{ id, kind, organisationId: body?.id ?? null, meals, ratio, waitingList },
    ...(!kept.has('name') && { name }),
    ...(!kept.has('description') && {
      ...{ description, eligibility, howToAccess, forDisabledChildren },
    }),
    ...(!kept.has('ages') && { agesFromMonths, agesToMonths }),
    ...(!kept.has('costs') && { isFree, deposit, extras }),
    ...(!kept.has('funding') && { freeEarlyYears }),
  });
  write.remove(serviceTerm, { serviceId: id });
  const add = (taxonomy: 'kind' | 'outcome' | 'audience', terms: readonly string[]) => {
    for (const term of terms) write.insert(serviceTerm, { serviceId: id, taxonomy, term });
  };
  add('kind', alsoKinds);
  add('outcome', outcomes);
  add('audience', audiences);
}

const unplaced = {
  ...{ latitude: null, longitude: null, wardCode: null, wardName: null },
  pointPrecision: 'none',
} as const;

/** A place that moved loses its point, so that its new postcode can give it one. */
function saveLocation(write: RowWriter, said: ServiceRecord['location'], known: KnownRecords) {
  const { id, type, name, authority, directions } = said;
  const { addressLine1, addressLine2, addressLine3, town, postcode, outwardPostcode } = said;
  const isKept = known.keptIn(id).has('address');
  const moved = known.postcodeOf(id) !== postcode;
  write.upsert(location, {
    ...{ id, type, name, authority, directions, premises: 'non-domestic' },
    ...(!isKept && { addressLine1, addressLine2, addressLine3, town, postcode, outwardPostcode }),
    ...(!isKept && moved && unplaced),
  });
}

function saveStanding(write: RowWriter, record: ServiceRecord, sourceDigest: string): void {
  const { id, source, asAt, confirmedOn, isSample } = record;
  write.upsert(serviceAtLocation, {
    ...{ id, serviceId: record.service.id, locationId: record.location.id, sourceDigest },
    ...{ source, asAt, confirmedOn, isSample, leftOn: null },
  });
}

/** Marks as left these records, and says how many; their rows stay. */
export const markRecordsLeft = (tx: Tx, ids: readonly string[], asAt: string): number =>
  tx.update(serviceAtLocation).set({ leftOn: asAt }).where(isOneOf(ids)).run().changes;

const isOneOf = (ids: readonly string[]): SQL =>
  sql`${serviceAtLocation.id} in (select value from json_each(${JSON.stringify(ids)}))`;

/** Every record that a file still has speaks for the file's day; says how many that moved. */
export const moveRecordsTo = (tx: Tx, ids: readonly string[], asAt: string): number =>
  tx
    .update(serviceAtLocation)
    .set({ asAt })
    .where(and(isOneOf(ids), ne(serviceAtLocation.asAt, asAt), isNull(serviceAtLocation.leftOn)))
    .run().changes;

/** Places and services that no record names any more. */
export function dropOrphans(tx: Tx): void {
  const { serviceId, locationId } = serviceAtLocation;
  const used = <Column extends typeof serviceId | typeof locationId>(column: Column) =>
    tx.select({ id: column }).from(serviceAtLocation);
  tx.delete(location)
    .where(notInArray(location.id, used(locationId)))
    .run();
  tx.delete(service)
    .where(notInArray(service.id, used(serviceId)))
    .run();
}
