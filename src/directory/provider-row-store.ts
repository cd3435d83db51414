import type {
  consentedHome,
  location,
  organisation,
  service,
  serviceAtLocation,
} from '#db/schema/directory.ts';
import { rangeOf } from './ages.ts';
import { roundedPoint } from './rounded-point.ts';
import type { Address, PlacePoint, Provider } from './provider.ts';
import { serviceKinds } from './taxonomy.ts';

/** One record of the directory with what it stands on. */
export type ProviderRow = {
  readonly at: typeof serviceAtLocation.$inferSelect;
  readonly service: typeof service.$inferSelect;
  readonly location: typeof location.$inferSelect;
  readonly organisation: typeof organisation.$inferSelect | null;
  readonly consented: typeof consentedHome.$inferSelect | null;
};

/**
 * The facts of a record that the public may see. The one place that decides it: a home shows no
 * name, street or exact point without consent, and the provider's own objection beats any consent
 * (SI 2007/3490 reg 2(2)(b)).
 */
export function factsOf(row: ProviderRow) {
  const { at, service: offered, location: place } = row;
  const { id, serviceId, locationId, source, asAt, confirmedOn } = at;
  const { description, eligibility, howToAccess, forDisabledChildren } = offered;
  const { isFree, freeEarlyYears, deposit, extras, meals, ratio, waitingList } = offered;
  const { premises, outwardPostcode, areaName, authority, directions } = place;
  return {
    ...{ id, serviceId, locationId, source, asAt, confirmedOn },
    // Open data that came with the sample area is as true as its source.
    isSample: source === 'sample',
    ...{ description, eligibility, howToAccess, forDisabledChildren },
    ...{ isFree, freeEarlyYears, deposit, extras, meals, ratio, waitingList },
    ...{ premises, outwardPostcode, areaName, authority, directions },
    kind: kindOf(offered.kind),
    name: nameOf(row),
    organisation: organisationOf(row),
    isVirtual: place.type === 'virtual',
    locationName: isHome(row) ? null : place.name,
    address: addressOf(row),
    point: pointOf(row),
    ward: wardOf(row),
    ages: rangeOf(offered.agesFromMonths, offered.agesToMonths),
  };
}

const kindOf = (kind: string): Provider['kind'] =>
  serviceKinds.find((known) => known === kind) ?? 'other-childcare';

const isHome = ({ location: { premises } }: ProviderRow): boolean => premises !== 'non-domestic';

function nameOf(row: ProviderRow): string | null {
  if (row.at.hidesName) return null;
  return isHome(row) ? (row.consented?.name ?? null) : row.service.name;
}

/** A person who works at home is named by consent alone, as the service itself. */
function organisationOf(row: ProviderRow): Provider['organisation'] {
  const { organisation: body, at } = row;
  if (body === null || at.hidesName || (isHome(row) && body.isPerson)) return null;
  const { id, name, address, website } = body;
  const hidden = at.hidesAddress || body.isPerson;
  return { id, name, website, address: hidden ? null : address };
}

function addressOf(row: ProviderRow): Address | null {
  const home = isHome(row);
  const from = home ? row.consented : row.location;
  if (row.at.hidesAddress || from === null || (home && from.postcode === null)) return null;
  const { postcode } = from;
  const own = (text: string | null) => withoutPostcode(text ?? '', postcode) || null;
  const lines = [from.addressLine1, from.addressLine2, from.addressLine3].map(own);
  const said = lines.filter((line) => line !== null);
  const town = own(from.town);
  return said.length === 0 && town === null && postcode === null
    ? null
    : { lines: said, town, postcode };
}

/** Some sources write the postcode into the street or the town as well. */
function withoutPostcode(line: string, postcode: string | null): string {
  if (postcode === null) return line;
  const parts = line.split(/,\s*/);
  return parts.filter((part) => squeezed(part) !== squeezed(postcode)).join(', ');
}

const squeezed = (text: string): string => text.replaceAll(/\s/g, '').toUpperCase();

function pointOf(row: ProviderRow): PlacePoint | null {
  const exact = isHome(row) && !row.at.hidesAddress ? agreedPoint(row.consented) : null;
  if (exact !== null) return exact;
  const { latitude, longitude, pointPrecision: precision } = row.location;
  if (latitude === null || longitude === null || precision === 'none') return null;
  const hidden = precision === 'postcode' && row.at.hidesAddress;
  return hidden ? roundedPoint({ latitude, longitude }) : { latitude, longitude, precision };
}

/** Where a home is that agreed to have its address published. */
function agreedPoint(consented: ProviderRow['consented']): PlacePoint | null {
  const { postcode = null, latitude = null, longitude = null } = consented ?? {};
  return postcode === null || latitude === null || longitude === null
    ? null
    : { latitude, longitude, precision: 'postcode' };
}

/** A ward is small enough to point at a home: only public places say theirs. */
function wardOf(row: ProviderRow): Provider['ward'] {
  const { wardCode: code, wardName: name } = row.location;
  return isHome(row) || row.at.hidesAddress || code === null || name === null
    ? null
    : { code, name };
}
