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
import { raiseDirectoryVersion } from '#directory/directory-version-store.ts';
import { randomFrom } from '../../platform/search/random.ts';
import { inserter } from '../../support/insert-rows.ts';
import { inventPostcodes } from './england.ts';
import { inventProvider, type Invented } from './invent-provider.ts';

/** Fills an empty database with so many invented providers: the same for the same seed. */
export function fillDirectory(db: Db, count: number, seed: number): void {
  const random = randomFrom(seed);
  const insertProvider = providerInserter(db);
  const postcodes = inventPostcodes(random);
  db.transaction((tx) => {
    const insertPostcode = inserter(db, postcode);
    for (const one of postcodes) insertPostcode({ ...one, key: one.display.replace(' ', '') });
    for (let number = 0; number < count; number += 1)
      insertProvider(inventProvider(random, number, postcodes));
    raiseDirectoryVersion(tx, 'many');
  });
}

function providerInserter(db: Db): (provider: Invented) => void {
  const parts = [
    part(inserter(db, service), (one) => one.service),
    part(inserter(db, location), (one) => one.location),
    part(inserter(db, serviceAtLocation), (one) => one.record),
    part(inserter(db, consentedHome), (one) => one.consented),
    part(inserter(db, serviceTerm), (one) => one.terms),
    part(inserter(db, registration), (one) => one.registration),
    part(inserter(db, inspection), (one) => one.inspections),
    part(inserter(db, registeredAgeBand), (one) => one.ageBands),
    part(inserter(db, contact), (one) => one.contacts),
    part(inserter(db, schedule), (one) => one.schedule),
    part(inserter(db, costOption), (one) => one.costs),
    part(inserter(db, vacancy), (one) => one.vacancies),
    part(inserter(db, fundedPlace), (one) => one.funded),
    part(inserter(db, spokenLanguage), (one) => one.languages),
    part(inserter(db, inclusionAnswer), (one) => one.inclusion),
  ];
  return (provider) => {
    for (const insert of parts) insert(provider);
  };
}

const part =
  <Row>(insert: (row: Row) => void, rowsOf: (provider: Invented) => readonly Row[]) =>
  (provider: Invented): void => {
    for (const row of rowsOf(provider)) insert(row);
  };
