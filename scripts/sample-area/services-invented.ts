import { communityServices } from './services-community.ts';
import { familyServices } from './services-family.ts';
import { healthServices } from './services-health.ts';
import { inventedPlaces, type Invented, type InventedPlace } from './services-places.ts';
import { inventedPublications } from './services-publications.ts';
import { specialServices } from './services-special.ts';
import type { ServiceRow } from './services-table.ts';
import { workServices } from './services-work.ts';

/** Every made-up service at each of its places, and what there is to read. */
export function inventedServices(): readonly ServiceRow[] {
  const services: readonly Invented[] = [
    ...familyServices,
    ...healthServices,
    ...specialServices,
    ...workServices,
    ...communityServices,
  ];
  const rows = services.flatMap((one, at) => rowsOf(one, `0161 496 0${700 + at}`));
  return [...rows, ...inventedPublications].map((row) => ({ ...row, source: 'sample' }));
}

/** A row for each place; what is the same at all of them stands in the first alone. */
function rowsOf({ at, ...service }: Invented, phone: string): readonly ServiceRow[] {
  const { service_id, cost = 'free', inclusion = '', languages = '', ...once } = service;
  const word = wordOf(service.organisation ?? '');
  const contacts = { phone, website: `https://${word}.example/${service_id}` };
  return placesOf(at).map(([place, hours], index) => ({
    service_id,
    ...(index === 0 && once),
    ...inventedPlaces[place],
    ...{ hours, cost, inclusion, languages, ...contacts },
  }));
}

const placesOf = (at: Invented['at']): readonly (readonly [InventedPlace, string])[] => {
  const isPlace = (name: string): name is InventedPlace => Object.hasOwn(inventedPlaces, name);
  return Object.keys(at)
    .filter(isPlace)
    .map((place) => [place, at[place] ?? '']);
};

const wordOf = (organisation: string): string =>
  organisation.toLowerCase().replace(/[^a-z]+/g, '-') || 'sample';
