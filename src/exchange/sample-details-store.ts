import type { Tx } from '#db/open-database.ts';
import { fieldSource } from '#db/schema/directory.ts';
import {
  contact,
  inclusionAnswer,
  photo,
  schoolRun,
  spokenLanguage,
} from '#db/schema/directory-offer.ts';
import { raiseDirectoryVersion } from '#directory/directory-version-store.ts';
import { addDays } from '#platform/calendar/london-time.ts';
import { placeProviders } from './place-store.ts';
import type { SampleDetails } from './sample-details.ts';
import { saveSampleFacts } from './sample-facts-store.ts';
import { saveSampleHomes } from './sample-home-store.ts';
import { insertAll } from './sample-insert-store.ts';
import { samplePlaces, type SamplePlace } from './sample-known-store.ts';
import { saveSampleOffers } from './sample-offer-store.ts';
import { saveSampleRegister } from './sample-register-store.ts';

/** Adds the made-up details to the sample's places; `today` (ISO) is the day they count back from. */
export function saveSampleDetails(tx: Tx, all: readonly SampleDetails[], today: string): void {
  const places = samplePlaces(tx, all);
  saveSampleFacts(tx, places, today);
  saveSampleHomes(tx, places, today);
  saveSampleOffers(tx, places, today);
  saveSampleRegister(tx, places, today);
  insertAll(tx, contact, places.flatMap(contactsOf));
  insertAll(tx, spokenLanguage, places.flatMap(languagesOf));
  insertAll(tx, schoolRun, places.flatMap(schoolsOf));
  insertAll(tx, photo, places.flatMap(photosOf));
  insertAll(
    tx,
    inclusionAnswer,
    places.flatMap((place) => answersOf(place, today)),
  );
  insertAll(
    tx,
    fieldSource,
    places.flatMap((place) => sourcesOf(place, today)),
  );
  placeProviders(tx);
  raiseDirectoryVersion(tx, 'many');
}

const contactsOf = ({ id, details: { contacts = [] } }: SamplePlace) =>
  contacts.map(({ kind, value, label = null, unpublished = false }, at) => ({
    ...{ id: `${id}-sample-contact-${at + 1}`, serviceAtLocationId: id },
    ...{ kind, value, label, isPublic: !unpublished },
  }));

const languagesOf = ({ id, details: { languages = [] } }: SamplePlace) =>
  languages.map((language) => ({ serviceAtLocationId: id, language }));

const schoolsOf = ({ id, details: { schools = [] } }: SamplePlace) =>
  schools.map(({ urn, name }) => ({ serviceAtLocationId: id, school: urn, schoolName: name }));

const photosOf = ({ id, details: { photos = [] } }: SamplePlace) =>
  photos.map(({ path, alt }, position) => ({
    ...{ id: `${id}-photo-${position + 1}`, serviceAtLocationId: id },
    ...{ path, alt, position },
  }));

function answersOf({ id, details: { inclusion } }: SamplePlace, today: string) {
  if (inclusion === undefined) return [];
  const { daysAgo, notes } = inclusion;
  const confirmedOn = addDays(today, -daysAgo);
  const answered = (answer: keyof typeof inclusion.answers) =>
    (inclusion.answers[answer] ?? []).map((attribute) => ({
      ...{ serviceAtLocationId: id, attribute, answer, confirmedOn },
      note: notes[attribute] ?? null,
      source: 'sample' as const,
    }));
  return (['yes', 'with-notice', 'no', 'ask-us'] as const).flatMap(answered);
}

/** Who said what, and when: all of it is the sample's; a drawing is shown because it may be. */
function sourcesOf({ id, details }: SamplePlace, today: string) {
  const { ages, description, languages, photos, contacts, offer, inclusion } = details;
  const confirmed = details.confirmed ?? 0;
  const when = (said: unknown, daysAgo = confirmed) => (said === undefined ? [] : [daysAgo]);
  const groups = {
    ages: when(ages),
    description: when(description),
    languages: when(languages),
    photos: when(photos),
    contact: when(contacts),
    hours: when(offer?.hours),
    costs: when(offer?.costs),
    funding: when(offer?.freeEarlyYears),
    vacancies: when(offer?.vacancies, offer?.vacancies?.daysAgo),
    inclusion: when(inclusion, inclusion?.daysAgo),
  } as const;
  return fieldGroups.flatMap((fieldGroup) =>
    groups[fieldGroup].map((daysAgo) => ({
      ...{ serviceAtLocationId: id, fieldGroup, source: 'sample' as const },
      asAt: addDays(today, -daysAgo),
      consent: fieldGroup === 'photos' ? ('given' as const) : null,
    })),
  );
}

const fieldGroups = [
  ...(['ages', 'description', 'languages', 'photos', 'contact', 'hours'] as const),
  ...(['costs', 'funding', 'vacancies', 'inclusion'] as const),
];
