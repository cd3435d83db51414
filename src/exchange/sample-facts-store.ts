import { eq } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { service, serviceAtLocation, location, serviceTerm } from '#db/schema/directory.ts';
import { addDays } from '#platform/calendar/london-time.ts';
import { insertAll } from './sample-insert-store.ts';
import type { SamplePlace } from './sample-known-store.ts';

/** Writes what stands on the records themselves; `today` is the ISO day they count back from. */
export function saveSampleFacts(tx: Tx, places: readonly SamplePlace[], today: string): void {
  for (const place of places) {
    saveService(tx, place);
    saveStanding(tx, place, today);
    if (place.details.directions !== undefined) {
      tx.update(location)
        .set({ directions: place.details.directions })
        .where(eq(location.id, place.locationId))
        .run();
    }
  }
  insertAll(tx, serviceTerm, places.flatMap(termsOf));
}

function saveService(tx: Tx, { serviceId, details }: SamplePlace): void {
  const { description, eligibility, howToAccess, forDisabledChildren, ages, offer } = details;
  const { freeEarlyYears, deposit, extras, meals, ratio, waitingList } = offer ?? {};
  const facts = {
    ...{ description, eligibility, howToAccess, forDisabledChildren },
    ...{ freeEarlyYears, deposit, extras, meals, ratio, waitingList },
    agesFromMonths: ages?.from,
    agesToMonths: ages?.to,
  };
  if (Object.values(facts).every((fact) => fact === undefined)) return;
  tx.update(service).set(facts).where(eq(service.id, serviceId)).run();
}

function saveStanding(tx: Tx, { id, details: { confirmed, objects } }: SamplePlace, today: string) {
  const hides = (group: 'name' | 'address' | 'contact') => objects?.includes(group) ?? false;
  tx.update(serviceAtLocation)
    .set({
      confirmedOn: confirmed === undefined ? null : addDays(today, -confirmed),
      hidesName: hides('name'),
      hidesAddress: hides('address'),
      hidesContact: hides('contact'),
    })
    .where(eq(serviceAtLocation.id, id))
    .run();
}

function termsOf({ serviceId, details }: SamplePlace) {
  const { alsoKinds = [], outcomes = [], audiences = [] } = details;
  const of = (taxonomy: 'kind' | 'outcome' | 'audience', terms: readonly string[]) =>
    terms.map((term) => ({ serviceId, taxonomy, term }));
  return [...of('kind', alsoKinds), ...of('outcome', outcomes), ...of('audience', audiences)];
}
