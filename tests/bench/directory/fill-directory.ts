import type { Db } from '#db/open-database.ts';
import {
  consentedHome,
  location,
  service,
  serviceAtLocation,
  serviceTerm,
} from '#db/schema/directory.ts';
import {
  contact,
  costOption,
  fundedPlace,
  inclusionAnswer,
  schedule,
  spokenLanguage,
  vacancy,
} from '#db/schema/directory-offer.ts';
import { inspection, registeredAgeBand, registration } from '#db/schema/directory-registration.ts';
import { postcode } from '#db/schema/geography.ts';
import { raiseDirectoryVersion } from '#directory/provider-store.ts';
import { randomFrom } from '../../platform/search/random.ts';
import { inventPostcodes } from './england.ts';
import { inserterOf, type Insert } from './inserter.ts';
import { inventProvider, type Invented } from './invent-provider.ts';

/** Fills an empty database with so many invented providers: the same for the same seed. */
export function fillDirectory(db: Db, count: number, seed: number): void {
  const random = randomFrom(seed);
  const insert = inserterOf(db.$client);
  const postcodes = inventPostcodes(random);
  db.transaction((tx) => {
    const rows = postcodes.map((one) => ({ ...one, key: one.display.replace(' ', '') }));
    insert(postcode, rows);
    for (let number = 0; number < count; number += 1)
      insertProvider(insert, inventProvider(random, number, postcodes));
    raiseDirectoryVersion(tx);
  });
}

function insertProvider(insert: Insert, one: Invented): void {
  insert(service, one.service);
  insert(location, one.location);
  insert(serviceAtLocation, one.record);
  insert(consentedHome, one.consented);
  insert(serviceTerm, one.terms);
  insert(registration, one.registration);
  insert(inspection, one.inspections);
  insert(registeredAgeBand, one.ageBands);
  insert(contact, one.contacts);
  insert(schedule, one.schedule);
  insert(costOption, one.costs);
  insert(vacancy, one.vacancies);
  insert(fundedPlace, one.funded);
  insert(spokenLanguage, one.languages);
  insert(inclusionAnswer, one.inclusion);
}
