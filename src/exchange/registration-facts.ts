import { authorityKey } from './authority-names.ts';
import type {
  LocationFacts,
  NewRecord,
  RegistrationFacts,
  ServiceFacts,
} from './registration-insert-store.ts';
import { nowhere, type Group, type Said } from './said.ts';

/** The facts of a record that an import writes. */
export type Facts = Pick<NewRecord, 'service' | 'location' | 'registration'>;

export type Leave = {
  /** No other file has spoken for a later day. */
  readonly isNewest: boolean;
  /** Whether this file may set a group of facts, and nobody nearer to the place answers for it. */
  readonly sets: (group: Group) => boolean;
};

/** What a record's facts come to, given what is said, what was known (null: nothing) and the leave. */
export function factsAfter(said: Said, before: Facts | null, leave: Leave): Facts {
  const known = before ?? newFacts(said);
  const premises = leave.isNewest ? said.premises : known.location.premises;
  return {
    service: serviceAfter(said, known, leave, isHome(premises)),
    location: locationAfter(said, { ...known.location, premises }, leave, known.location),
    registration: registrationAfter(said, known.registration, leave),
  };
}

const isHome = (premises: LocationFacts['premises']) => premises !== 'non-domestic';

/** What is said where it may be set, else what was known. */
const pick = <Fact>(isSet: boolean, said: Fact | undefined, known: Fact): Fact =>
  isSet && said !== undefined ? said : known;

function serviceAfter(
  said: Said,
  { service, registration }: Facts,
  { sets, isNewest }: Leave,
  home: boolean,
): ServiceFacts {
  // A type alone does not tell a nursery from a pre-school: only a subtype changes what is known.
  const setsKind =
    (sets('subtype') && said.subtype !== undefined) ||
    (isNewest && !isSameType(said, registration));
  const person = said.person === undefined ? undefined : (said.person?.id ?? null);
  return {
    organisationId: pick(sets('person'), person, service.organisationId),
    name: home ? null : pick(sets('name'), said.name, service.name),
    kind: setsKind ? said.kind : service.kind,
  };
}

const isSameType = ({ type }: Said, { ofstedType }: RegistrationFacts): boolean =>
  type.toLowerCase() === ofstedType.toLowerCase();

const noLines = { addressLine1: null, addressLine2: null, addressLine3: null, postcode: null };
const noPoint = {
  ...({ latitude: null, longitude: null, pointPrecision: 'none' } as const),
  ...{ wardCode: null, wardName: null },
};

function locationAfter(
  said: Said,
  known: LocationFacts,
  { sets, isNewest }: Leave,
  before: LocationFacts,
): LocationFacts {
  const { area, ...address } = pick(sets('address'), said.address, addressIn(known));
  const home = isHome(known.premises);
  const after: LocationFacts = {
    ...known,
    ...address,
    authority: pick(
      isNewest && authorityKey(said.authority) !== authorityKey(known.authority),
      said.authority,
      known.authority,
    ),
    areaName: pick(sets('area'), said.area, known.areaName),
    ...(home && noLines),
    ...(home && !isHome(before.premises) && { town: null }),
  };
  if (home && area !== null) return { ...after, ...noPoint, ...area, pointPrecision: 'area' };
  // A point stays for as long as what it was found by; the postcode table then finds it anew.
  return isSameWhere(before, after) ? after : { ...after, ...noPoint };
}

const addressIn = (known: LocationFacts): NonNullable<Said['address']> => {
  const { addressLine1, addressLine2, addressLine3, town, postcode, outwardPostcode } = known;
  return {
    ...{ addressLine1, addressLine2, addressLine3, town },
    ...{ postcode, outwardPostcode, area: null },
  };
};

const isSameWhere = (one: LocationFacts, other: LocationFacts): boolean =>
  one.premises === other.premises &&
  one.postcode === other.postcode &&
  one.outwardPostcode === other.outwardPostcode;

const registrationAfter = (
  said: Said,
  known: RegistrationFacts,
  { sets, isNewest }: Leave,
): RegistrationFacts => ({
  ...known,
  urn: said.urn,
  ofstedType: pick(isNewest && !isSameType(said, known), said.type, known.ofstedType),
  ofstedSubtype: pick(sets('subtype'), said.subtype, known.ofstedSubtype),
  registeredOn: pick(sets('registeredOn'), said.registeredOn, known.registeredOn),
  places: pick(sets('places'), said.places, known.places),
  caresIn: pick(sets('caresIn'), said.caresIn, known.caresIn),
  carePeriods: pick(sets('carePeriods'), said.carePeriods, known.carePeriods),
  ...(sets('registers') && said.registers),
});

function newFacts({ urn, type, kind, premises, authority }: Said): Facts {
  const { area: _, ...address } = nowhere;
  return {
    service: { organisationId: null, name: null, kind },
    location: { premises, authority, areaName: null, ...address, ...noPoint },
    registration: {
      ...{ urn, ofstedType: type, ofstedSubtype: null, registeredOn: null },
      ...{ registeredWith: 'ofsted', agencyName: null, registers: null, places: null },
      ...{ onEarlyYearsRegister: false, onCompulsoryRegister: false, onVoluntaryRegister: false },
      ...{ caresIn: null, carePeriods: null },
    },
  };
}
