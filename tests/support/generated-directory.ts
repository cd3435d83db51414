import type { Db } from '#db/open-database.ts';
import { consentedHome, location, service, serviceAtLocation } from '#db/schema/directory.ts';
import { registration } from '#db/schema/directory-registration.ts';
import { placeName, postcode } from '#db/schema/geography.ts';
import { placeKey } from '#directory/place-name.ts';
import { raiseDirectoryVersion } from '#directory/directory-version-store.ts';
import { isChildcare, type ServiceKind } from '#directory/taxonomy.ts';
import { randomFrom, type Random } from '../platform/search/random.ts';
import {
  generatedTowns,
  type GeneratedPostcode,
  type GeneratedTown,
} from './generated-geography.ts';
import { offerInserter } from './generated-offer.ts';
import { inserter } from './insert-rows.ts';

export type GeneratedDirectory = {
  /** Of the records that may be shown. */
  readonly ids: readonly string[];
  /** As they are displayed; each can be searched near. The first is M33 2DH. */
  readonly postcodes: readonly string[];
};
type Options = {
  readonly count: number;
  readonly seed: number;
  /** The ISO day that answers, vacancies and inspections lie before. */
  readonly today?: string;
};

/**
 * Fills the tables with so many made-up records, the same for the same seed, and everything a
 * record can say or leave unsaid: each kind, homes with and without consent, hidden and gone ones.
 * Up to 5,000 lie around Sale; more come with towns of their own. Raises the directory's version.
 */
export function insertGeneratedDirectory(
  db: Db,
  { count, seed, today = '2026-11-23' }: Options,
): GeneratedDirectory {
  const random = randomFrom(seed);
  const towns = generatedTowns(random, count);
  const ids: string[] = [];
  db.$client.transaction(() => {
    insertTowns(db, towns);
    const insert = recordInserter(db, random, today);
    for (let number = 0; number < count; number += 1) {
      const id = `gen${String(number).padStart(6, '0')}`;
      if (insert(id, random.pick(towns))) ids.push(id);
    }
    raiseDirectoryVersion(db, 'many');
  })();
  return {
    ids,
    postcodes: towns.flatMap(({ postcodes }) => postcodes.map(({ display }) => display)),
  };
}

function insertTowns(db: Db, towns: readonly GeneratedTown[]): void {
  const [addPostcode, addName] = [inserter(db, postcode), inserter(db, placeName)];
  for (const { name, outward, latitude, longitude, postcodes } of towns) {
    addName({ key: placeKey(name), name, type: 'locality', latitude, longitude });
    for (const one of postcodes) {
      addPostcode({
        ...{ key: one.display.replace(' ', ''), display: one.display, outward },
        ...{ latitude: one.latitude, longitude: one.longitude },
        ...{ wardCode: `E05${outward}`, wardName: `${name} Ward` },
      });
    }
  }
}

const kindWeights: readonly (readonly [ServiceKind, number])[] = [
  ...([
    ['childminder', 34],
    ['nursery', 18],
    ['preschool', 9],
    ['wraparound', 6],
  ] as const),
  ...([
    ['out-of-school', 6],
    ['school-nursery', 4],
    ['home-childcarer', 3],
  ] as const),
  ...([
    ['domestic-childcare', 1],
    ['other-childcare', 1],
    ['stay-and-play', 4],
  ] as const),
  ...([
    ['library', 2],
    ['family-hub', 2],
    ['health-visiting', 2],
    ['activity', 4],
  ] as const),
  ...([
    ['speech-and-language', 1],
    ['parenting-support', 1],
    ['advice', 1],
  ] as const),
  ...([
    ['jobcentre', 1],
    ['food-bank', 1],
    ['mental-health', 1],
  ] as const),
];
const kinds = kindWeights.flatMap(([kind, weight]) => Array<ServiceKind>(weight).fill(kind));
const firstKind: ServiceKind = 'nursery';

const firstWords = [
  ...(['Acorn', 'Bramble', 'Café', 'Dandelion', 'Ember', 'Foxglove', 'Gosling', 'Hazel'] as const),
  ...(['Ivy', 'Juniper', 'Kestrel', 'Larkspur', 'Marigold', 'Nettle', 'Otter'] as const),
] as const;
const lastWords = ['House', 'Tree', 'Lane', 'Corner', 'Meadow', 'Yard', 'Gate', 'Hill'] as const;

/** Inserts one record with all it has; says whether the public may see it. */
function recordInserter(db: Db, random: Random, today: string) {
  const add = {
    service: inserter(db, service),
    location: inserter(db, location),
    at: inserter(db, serviceAtLocation),
    consented: inserter(db, consentedHome),
    registration: inserter(db, registration),
  };
  const addOffer = offerInserter(db, random, today);
  return (id: string, town: GeneratedTown): boolean => {
    const kind = random.pick([firstKind, ...kinds]);
    const home = kind === 'childminder' || kind === 'domestic-childcare';
    const premises = home ? 'domestic' : kind === 'home-childcarer' ? 'home' : 'non-domestic';
    const care = isChildcare(kind);
    const name = `${random.pick(firstWords)} ${random.pick(lastWords)}`;
    const where = random.pick(town.postcodes);
    add.service({
      ...{ id, kind, name: premises === 'non-domestic' ? name : null },
      ...serviceFacts(random, care),
    });
    add.location({
      id,
      premises,
      authority: 'Trafford',
      ...placeFacts(random, premises, town, where),
    });
    const hidden = random.chance(0.03);
    add.at({
      ...{ id, serviceId: id, locationId: id, source: care ? 'ofsted' : 'council' },
      ...{ asAt: '2026-11-01', confirmedOn: random.chance(0.5) ? '2026-10-12' : null },
      ...{ withheld: hidden && random.chance(0.5), optedOut: hidden && random.chance(0.5) },
      leftOn: hidden ? '2026-11-01' : null,
      ...{ hidesName: random.chance(0.02), hidesAddress: random.chance(0.03) },
      hidesContact: random.chance(0.03),
    });
    if (premises !== 'non-domestic' && random.chance(0.4)) {
      const address = random.chance(0.7) ? addressAt(random, town, where) : {};
      add.consented({
        ...{
          serviceAtLocationId: id,
          name: `Home of ${name}`,
          source: 'ofsted',
          asAt: '2026-11-01',
        },
        ...address,
      });
    }
    if (care) add.registration(registrationOf(random, id));
    addOffer(id, care);
    return !hidden;
  };
}

function serviceFacts(random: Random, care: boolean) {
  const from = random.pick([0, 0, 3, 9, 24, 36, 48]);
  return {
    description: random.chance(0.3) ? 'A calm place with a garden and a vegetable patch.' : null,
    ...(random.chance(0.7) && {
      agesFromMonths: from,
      agesToMonths: from + random.pick([12, 24, 48, 96]),
    }),
    isFree: random.chance(care ? 0.02 : 0.5) ? true : null,
    freeEarlyYears: random.pick([true, null, null, null, false]),
    forDisabledChildren: random.chance(0.1) ? 'Quiet hour on Tuesdays' : null,
  };
}

const addressAt = (random: Random, { name: town }: GeneratedTown, where: GeneratedPostcode) => ({
  addressLine1: `${random.whole(200) + 1} High Road`,
  ...{ town, postcode: where.display, latitude: where.latitude, longitude: where.longitude },
});

function placeFacts(
  random: Random,
  premises: 'non-domestic' | 'domestic' | 'home',
  town: GeneratedTown,
  where: GeneratedPostcode,
) {
  const known = { outwardPostcode: town.outward };
  if (premises === 'non-domestic' && random.chance(0.04)) return { type: 'virtual' as const };
  if (random.chance(0.03)) return { areaName: `${town.name} and around` };
  if (premises === 'non-domestic') {
    return { ...known, ...addressAt(random, town, where), pointPrecision: 'postcode' as const };
  }
  const round = (degrees: number) => Math.round(degrees * 100) / 100;
  return {
    ...{ ...known, latitude: round(where.latitude), longitude: round(where.longitude) },
    pointPrecision: 'area' as const,
  };
}

const registrationOf = (random: Random, id: string) => ({
  ...{ serviceAtLocationId: id, urn: id.toUpperCase(), ofstedType: 'Childcare' },
  ...{ registeredOn: '2015-09-01', places: random.chance(0.8) ? random.whole(60) + 3 : null },
  onEarlyYearsRegister: random.chance(0.8),
  onCompulsoryRegister: random.chance(0.6),
  onVoluntaryRegister: random.chance(0.4),
});
