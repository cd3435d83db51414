import type { ServiceRow } from './services-table.ts';

/**
 * Made-up buildings. Their postcodes are those of real public buildings, so that no pin stands on
 * anybody's home.
 */
export const inventedPlaces = {
  stretford: {
    location_id: 'lanternmoss-hub',
    location_name: 'Lanternmoss Family Hub',
    address_1: '4 Lanternmoss Way',
    address_2: 'Stretford',
    town: 'Manchester',
    postcode: 'M32 8AP',
    directions:
      'The tram stop is five minutes away on foot. Parking is free, with three places for Blue Badge holders. The door is on the side of the park.',
  },
  partington: {
    location_id: 'wafflewick-hub',
    location_name: 'Wafflewick Family Hub',
    address_1: '17 Wafflewick Road',
    address_2: 'Partington',
    town: 'Manchester',
    postcode: 'M31 4FY',
    directions: 'Buses stop outside. You can leave a pram in the hall.',
  },
  sale: {
    location_id: 'mittenfold-hub',
    location_name: 'Mittenfold Family Hub',
    address_1: '30 Mittenfold Street',
    town: 'Sale',
    postcode: 'M33 7ZF',
    directions: 'Next to the canal. There is a lift to all floors.',
  },
  altrincham: {
    location_id: 'copperstead-health-centre',
    location_name: 'Copperstead Health Centre',
    address_1: '12 Copperstead Lane',
    town: 'Altrincham',
    postcode: 'WA14 1PF',
    directions: 'Two minutes from the station.',
  },
  oldTrafford: {
    location_id: 'quillgate-hall',
    location_name: 'Quillgate Hall',
    address_1: '2 Quillgate Street',
    address_2: 'Old Trafford',
    town: 'Manchester',
    postcode: 'M16 9NW',
  },
  urmston: {
    location_id: 'otterbell-hall',
    location_name: 'Otterbell Hall',
    address_1: '9 Otterbell Road',
    address_2: 'Urmston',
    town: 'Manchester',
    postcode: 'M41 0NA',
  },
  pool: {
    location_id: 'pebblecombe-pool',
    location_name: 'Pebblecombe Pool',
    address_1: '61 Pebblecombe Avenue',
    town: 'Sale',
    postcode: 'M33 2AL',
    directions: 'Family changing rooms, and a hoist into the water.',
  },
  jobcentre: {
    location_id: 'sorrelway-house',
    location_name: 'Sorrelway House',
    address_1: '3 Sorrelway Street',
    town: 'Altrincham',
    postcode: 'WA14 1AH',
  },
  online: { location_type: 'online', authority: 'Trafford' },
} as const satisfies Readonly<Record<string, ServiceRow>>;

export type InventedPlace = keyof typeof inventedPlaces;

/** A made-up service, with its hours at each of its places. */
export type Invented = Omit<ServiceRow, 'hours'> & {
  readonly service_id: string;
  readonly at: Readonly<Partial<Record<InventedPlace, string>>>;
};

/** The made-up bodies that run services. */
export const council = 'Sample Council';
export const nhs = 'Sample Community NHS Trust';
