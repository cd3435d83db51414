import { and, count, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import {
  consentedHome,
  location,
  organisation,
  service,
  serviceAtLocation,
} from '#db/schema/directory.ts';
import { registration } from '#db/schema/directory-registration.ts';
import { preparedFor } from './prepared-for.ts';
import { childrenOf, inGivenIds } from './provider-children-store.ts';
import { factsOf, type ProviderRow } from './provider-row-store.ts';
import type { Provider } from './provider.ts';

/** Neither gone, nor hidden by the council, nor withheld by the source. */
const isPublic = and(
  isNull(serviceAtLocation.leftOn),
  eq(serviceAtLocation.optedOut, false),
  eq(serviceAtLocation.withheld, false),
);

/**
 * The providers with these ids, in the order of the ids; unknown and unpublished ones are left out.
 */
export function listProvidersByIds(reader: Reader, ids: readonly string[]): readonly Provider[] {
  const rows = publicByIds(reader).all({ ids: JSON.stringify(ids) });
  const found = new Map(withChildren(reader, rows).map((one) => [one.id, one]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

const publicByIds = preparedFor((reader) =>
  reader
    .select({
      at: getTableColumns(serviceAtLocation),
      service: getTableColumns(service),
      location: getTableColumns(location),
      organisation: getTableColumns(organisation),
      consented: getTableColumns(consentedHome),
      registration: getTableColumns(registration),
    })
    .from(serviceAtLocation)
    .innerJoin(service, eq(service.id, serviceAtLocation.serviceId))
    .innerJoin(location, eq(location.id, serviceAtLocation.locationId))
    .leftJoin(organisation, eq(organisation.id, service.organisationId))
    .leftJoin(consentedHome, eq(consentedHome.serviceAtLocationId, serviceAtLocation.id))
    .leftJoin(registration, eq(registration.serviceAtLocationId, serviceAtLocation.id))
    .where(and(isPublic, inGivenIds(serviceAtLocation.id)))
    .prepare(),
);

/** One provider with all it offers; null when there is none, or none that may be shown. */
export const getProvider = (reader: Reader, id: string): Provider | null =>
  listProvidersByIds(reader, [id])[0] ?? null;

/** The ids of the other services at the same place that may be shown. */
export const listIdsAtLocation = (reader: Reader, locationId: string): readonly string[] =>
  idsAtLocation(reader)
    .all({ locationId })
    .map(({ id }) => id);

const idsAtLocation = preparedFor((reader) =>
  reader
    .select({ id: serviceAtLocation.id })
    .from(serviceAtLocation)
    .where(and(isPublic, eq(serviceAtLocation.locationId, sql.placeholder('locationId'))))
    .orderBy(serviceAtLocation.id)
    .prepare(),
);

/** How many providers the public may see. */
export const countPublic = (reader: Reader): number =>
  reader.select({ all: count() }).from(serviceAtLocation).where(isPublic).get()?.all ?? 0;

/** The ids of providers that the public may see, in a fixed order. */
export const listPublicIds = (
  reader: Reader,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly string[] =>
  reader
    .select({ id: serviceAtLocation.id })
    .from(serviceAtLocation)
    .where(isPublic)
    .orderBy(serviceAtLocation.id)
    .limit(limit)
    .offset(offset)
    .all()
    .map(({ id }) => id);

/** Every provider that may be shown, read in slices so that memory stays flat. */
export function* allForSearch(reader: Reader): Generator<Provider> {
  const ids = reader
    .select({ id: serviceAtLocation.id })
    .from(serviceAtLocation)
    .where(isPublic)
    .orderBy(serviceAtLocation.id)
    .all();
  for (let start = 0; start < ids.length; start += 500) {
    const slice = ids.slice(start, start + 500).map(({ id }) => id);
    yield* listProvidersByIds(reader, slice);
  }
}

type Row = ProviderRow & { readonly registration: typeof registration.$inferSelect | null };

function withChildren(reader: Reader, rows: readonly Row[]): readonly Provider[] {
  const children = childrenOf(reader, rows);
  return rows.map((row) => ({ ...factsOf(row), ...children(row) }));
}
