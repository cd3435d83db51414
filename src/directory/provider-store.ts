import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { directoryVersion, provider } from '#db/schema/directory.ts';
import { preparedFor } from './prepared-for.ts';
import { childrenOf, inGivenIds } from './provider-children-store.ts';
import type { Address, Provider } from './provider.ts';

type ProviderRow = typeof provider.$inferSelect;

/** Neither gone, nor hidden by the council, nor withheld by the source. */
const isPublic = and(
  isNull(provider.leftOn),
  eq(provider.optedOut, false),
  eq(provider.withheld, false),
);

/**
 * The providers with these ids, in the order of the ids; unknown and unpublished ones are left out.
 * With `attributes`, only those inclusion answers come along.
 */
export function listProvidersByIds(
  reader: Reader,
  ids: readonly string[],
  attributes?: readonly string[],
): readonly Provider[] {
  const rows = publicByIds(reader).all({ ids: JSON.stringify(ids) });
  const found = new Map(withChildren(reader, rows, attributes).map((one) => [one.id, one]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

const publicByIds = preparedFor((reader) =>
  reader
    .select()
    .from(provider)
    .where(and(isPublic, inGivenIds(provider.id)))
    .prepare(),
);

/** One provider with all it offers; null when there is none, or none that may be shown. */
export const getProvider = (reader: Reader, id: string): Provider | null =>
  listProvidersByIds(reader, [id])[0] ?? null;

/** Every provider that may be shown, read in slices so that memory stays flat. */
export function* allForSearch(reader: Reader): Generator<Provider> {
  const ids = reader
    .select({ id: provider.id })
    .from(provider)
    .where(isPublic)
    .orderBy(provider.id)
    .all();
  for (let start = 0; start < ids.length; start += 500) {
    const slice = ids.slice(start, start + 500).map(({ id }) => id);
    yield* listProvidersByIds(reader, slice);
  }
}

/** A number that rises with every change to the directory. */
export const directoryVersionOf = (reader: Reader): number =>
  currentVersion(reader).get()?.version ?? 0;

const currentVersion = preparedFor((reader) => reader.select().from(directoryVersion).prepare());

/** Tells every process that the directory changed; call it in the transaction of the change. */
export function raiseDirectoryVersion(tx: Reader): void {
  tx.insert(directoryVersion)
    .values({ id: 1, version: 1 })
    .onConflictDoUpdate({
      target: directoryVersion.id,
      set: { version: sql`${directoryVersion.version} + 1` },
    })
    .run();
}

function withChildren(
  reader: Reader,
  rows: readonly ProviderRow[],
  attributes: readonly string[] | undefined,
): readonly Provider[] {
  const children = childrenOf(
    reader,
    rows.map(({ id }) => id),
    attributes,
  );
  return rows.map((row) => ({ ...factsOf(row), ...children(row.id) }));
}

function factsOf(row: ProviderRow) {
  const { id, urn, kind, ofstedType, ofstedSubtype, premises, name, registeredOn } = row;
  const { phone, email, website, description, places, source, asAt, isSample } = row;
  return {
    ...{ id, urn, kind, ofstedType, ofstedSubtype, premises, name, registeredOn },
    ...{ phone, email, website, description, places, source, asAt, isSample },
    address: addressOf(row),
    outwardPostcode: row.outwardPostcode,
    areaName: row.areaName,
    authority: row.authority,
    point: pointOf(row),
    ward:
      row.wardCode !== null && row.wardName !== null
        ? { code: row.wardCode, name: row.wardName }
        : null,
    registers: {
      earlyYears: row.onEarlyYearsRegister,
      compulsory: row.onCompulsoryRegister,
      voluntary: row.onVoluntaryRegister,
    },
    ages: rangeOf(row.agesFromMonths, row.agesToMonths),
  };
}

function addressOf(row: ProviderRow): Address | null {
  if (row.premises !== 'non-domestic') return null;
  const lines = [row.addressLine1, row.addressLine2, row.addressLine3].filter(
    (line) => line !== null,
  );
  const { town, postcode } = row;
  return lines.length === 0 && town === null && postcode === null
    ? null
    : { lines, town, postcode };
}

function pointOf({ latitude, longitude, pointPrecision: precision }: ProviderRow) {
  return latitude === null || longitude === null || precision === 'none'
    ? null
    : { latitude, longitude, precision };
}

const rangeOf = (from: number | null, to: number | null) =>
  from === null || to === null ? null : { from, to };
