import type { FundedScheme, ServiceKind } from '#directory/taxonomy.ts';
import { fundedSchemes, isChildcare, outcomeKeys, serviceKinds } from '#directory/taxonomy.ts';
import type { Random } from '../../platform/search/random.ts';
import { pickPostcode, type Postcode } from './england.ts';
import { inventOffer } from './invent-offer.ts';
import { capital, commonWord, sentence } from './vocabulary.ts';

/** The days of all that is invented. */
export const asAt = '2026-11-01';

/** All the rows of one invented provider, by table. */
export type Invented = ReturnType<typeof inventProvider>;

/** One service at one place, as full as a real one: some 300 letters and 25 rows. */
export function inventProvider(random: Random, number: number, postcodes: readonly Postcode[]) {
  const kind = pickKind(random);
  const at = pickPostcode(random, postcodes);
  const id = `bench${number}`;
  const ofIt = { serviceAtLocationId: id };
  const record = {
    ...{ id, serviceId: id, locationId: id, asAt, confirmedOn: asAt },
    source: isChildcare(kind) ? 'ofsted' : 'council',
  };
  return {
    service: [serviceOf(random, id, kind)],
    location: [locationOf(id, kind, at)],
    record: [record],
    consented: isHome(kind) && random.chance(0.6) ? [{ ...consentOf(random, at), ...ofIt }] : [],
    terms: random
      .some(outcomeKeys, 0.4)
      .map((term) => ({ serviceId: id, taxonomy: 'outcome' as const, term })),
    ...registrationOf(random, number, kind),
    ...inventOffer(random, id),
    funded: isChildcare(kind) ? schemesOf(random).map((scheme) => ({ ...ofIt, scheme })) : [],
  };
}

const homes: ReadonlySet<ServiceKind> = new Set(['childminder', 'home-childcarer']);
const isHome = (kind: ServiceKind): boolean => homes.has(kind);

/** Four in ten are childminders, three in ten nurseries and pre-schools: the rest is anything. */
function pickKind(random: Random): ServiceKind {
  const chance = random.next();
  if (chance < 0.4) return 'childminder';
  if (chance < 0.7) return 'nursery';
  return serviceKinds[random.whole(serviceKinds.length)] ?? 'nursery';
}

const schemesOf = (random: Random): readonly FundedScheme[] => random.some(fundedSchemes, 0.5);

const nameOf = (random: Random): string =>
  [commonWord(random), commonWord(random)].map(capital).join(' ');

function serviceOf(random: Random, id: string, kind: ServiceKind) {
  const agesFromMonths = random.whole(60);
  return {
    ...{ id, kind, agesFromMonths },
    name: isHome(kind) ? null : `${nameOf(random)} ${capital(kind)}`,
    description: sentence(random, 45),
    agesToMonths: agesFromMonths + random.whole(150),
    freeEarlyYears: isChildcare(kind) ? random.chance(0.7) : null,
  };
}

function locationOf(id: string, kind: ServiceKind, at: Postcode) {
  const { outward: outwardPostcode, wardCode, wardName } = at;
  const common = { id, outwardPostcode, wardCode, wardName, authority: 'Bench', town: wardName };
  if (isHome(kind)) {
    const rounded = (degrees: number) => Math.round(degrees * 100) / 100;
    return {
      ...common,
      ...{ premises: 'domestic' as const, pointPrecision: 'area' as const },
      ...{ latitude: rounded(at.latitude), longitude: rounded(at.longitude) },
    };
  }
  return {
    ...common,
    ...{ premises: 'non-domestic' as const, pointPrecision: 'postcode' as const },
    ...{ latitude: at.latitude, longitude: at.longitude },
    ...{ addressLine1: '1 High Street', postcode: at.display },
  };
}

const consentOf = (random: Random, at: Postcode) => ({
  name: nameOf(random),
  addressLine1: '2 Low Street',
  ...{ town: at.wardName, postcode: at.display },
  ...{ latitude: at.latitude, longitude: at.longitude, source: 'ofsted', asAt },
});

function registrationOf(random: Random, number: number, kind: ServiceKind) {
  if (!isChildcare(kind)) return { registration: [], inspections: [], ageBands: [] };
  const ofIt = { serviceAtLocationId: `bench${number}` };
  const id = ofIt.serviceAtLocationId;
  return {
    registration: [
      {
        ...{ ...ofIt, urn: `B${number}`, ofstedType: kind, registeredOn: '2019-05-01' },
        ...{ onEarlyYearsRegister: true, onCompulsoryRegister: random.chance(0.8) },
        ...{ onVoluntaryRegister: random.chance(0.5), places: 6 + random.whole(80) },
      },
    ],
    inspections: [
      {
        ...{ ...ofIt, id, framework: 'early-years' as const, inspectedOn: '2024-03-12' },
        ...{ overallGrade: 1 + random.whole(3), number: String(number) },
      },
    ],
    ageBands: [{ ...ofIt, id, fromMonths: 0, toMonths: 95, most: 6 + random.whole(60) }],
  };
}
