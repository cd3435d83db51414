import { parsePostcode } from '#directory/postcode.ts';
import { slugOf, type CellReader } from './service-cells.ts';
import type { ServiceCells } from './service-columns.ts';
import type { RecordLocation } from './service-record.ts';
import type { RowWorld } from './service-row.ts';

type Located = {
  /** How the record's id calls the place. */
  readonly place: string;
  readonly facts: RecordLocation;
};

/** Where a row's service takes place; null, with its problems, when that cannot be told. */
export function readLocation(
  reader: CellReader,
  cell: ServiceCells,
  world: RowWorld,
): Located | null {
  const isOnline = reader.choice('location_type', ['physical', 'online']) === 'online';
  return isOnline ? online(reader, world) : physical(reader, cell, world);
}

function online(reader: CellReader, world: RowWorld): Located | null {
  const authority = authorityOf(reader, world, null);
  if (authority === null) return null;
  return {
    place: 'online',
    facts: {
      ...{ id: `l-online-${slugOf(authority)}`, type: 'virtual', name: null },
      ...{ addressLine1: null, addressLine2: null, addressLine3: null, town: null },
      ...{ postcode: null, outwardPostcode: null, authority, directions: null },
    },
  };
}

function physical(reader: CellReader, cell: ServiceCells, world: RowWorld): Located | null {
  const postcode = parsePostcode(cell('postcode'));
  if (postcode?.kind !== 'full')
    return reader.wrong('postcode', 'a whole postcode is needed, unless location_type is online');
  const { key, display, outward } = postcode;
  const [name, addressLine1] = [reader.line('location_name'), reader.line('address_1')];
  const authority = authorityOf(reader, world, key);
  if (authority === null) return null;
  const given = slugOf(cell('location_id'));
  const place = given || key.toLowerCase();
  const building = given || `${place}-${slugOf(name ?? addressLine1 ?? '')}`;
  return {
    place,
    facts: {
      ...{ id: `l-${building}`, type: 'physical', name, addressLine1 },
      ...{ addressLine2: reader.line('address_2'), addressLine3: reader.line('address_3') },
      ...{ town: reader.line('town'), postcode: display, outwardPostcode: outward },
      ...{ authority, directions: reader.text('directions') },
    },
  };
}

const authorityOf = (
  reader: CellReader,
  { authorityAt, authority }: RowWorld,
  key: string | null,
): string | null =>
  reader.line('authority') ??
  (key === null ? null : authorityAt(key)) ??
  authority ??
  reader.wrong(
    'authority',
    'is needed where the postcode is not in the postcode table, and online; or say --authority',
  );
