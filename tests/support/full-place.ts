import type { Db } from '#db/open-database.ts';
import {
  fieldSource,
  location,
  organisation,
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
  schoolRun,
  spokenLanguage,
  vacancy,
} from '#db/schema/directory-offer.ts';
import {
  inspection,
  registeredAgeBand,
  registration,
  registrationCondition,
  registrationStep,
} from '#db/schema/directory-registration.ts';

type Bare = {
  readonly id: string;
  readonly kind: string;
  readonly name?: string;
  readonly locationId?: string;
  readonly latitude?: number;
  readonly registered?: boolean;
};

/** A public place in Sale that has said nothing but what it is called. */
export function addBarePlace(db: Db, place: Bare): void {
  const { id, kind, name = `Place ${id}`, locationId = id, latitude = 53.42 } = place;
  db.insert(service).values({ id, kind, name }).run();
  db.insert(location)
    .values({
      ...{ id: locationId, name: locationId === id ? null : 'Sale Hub', premises: 'non-domestic' },
      ...{
        addressLine1: '1 Quiet Road',
        town: 'Sale',
        postcode: 'M33 2DH',
        outwardPostcode: 'M33',
      },
      ...{ latitude, longitude: -2.32, pointPrecision: 'postcode', authority: 'Trafford' },
    })
    .onConflictDoNothing()
    .run();
  db.insert(serviceAtLocation)
    .values({ id, serviceId: id, locationId, source: 'ofsted', asAt: '2026-11-01' })
    .run();
  if (place.registered === false) return;
  db.insert(registration)
    .values({ serviceAtLocationId: id, urn: `URN-${id}`, ofstedType: 'Childcare' })
    .run();
}

/** Words that a home without consent must show nowhere. */
export const homeSecrets = ['Qzname', 'Qzperson', 'Qzstreet', 'Qzmail'] as const;

/** A childminder who has agreed to nothing, with all that may not be shown. */
export function addSecretHome(db: Db, id: string): void {
  db.insert(organisation)
    .values({
      ...{ id: `${id}-person`, name: 'Qzperson', address: '1 Qzstreet', isPerson: true },
      ...{ email: 'qzmail@home.example', source: 'ofsted', asAt: '2026-11-01' },
    })
    .run();
  db.insert(service)
    .values({ id, kind: 'childminder', name: 'Qzname', organisationId: `${id}-person` })
    .run();
  db.insert(location)
    .values({
      ...{ id, name: 'Qzname', premises: 'domestic', outwardPostcode: 'M33' },
      ...{ latitude: 53.42, longitude: -2.32, pointPrecision: 'area', authority: 'Trafford' },
    })
    .run();
  db.insert(serviceAtLocation)
    .values({ id, serviceId: id, locationId: id, source: 'ofsted', asAt: '2026-11-01' })
    .run();
  db.insert(registration)
    .values({ serviceAtLocationId: id, urn: `URN-${id}`, ofstedType: 'Childminder' })
    .run();
  db.insert(contact)
    .values({
      ...{ id: `${id}-mail`, serviceAtLocationId: id, kind: 'email' },
      ...{ value: 'qzmail@home.example', isPublic: false },
    })
    .run();
}

/** Fills a bare place with something of everything. `today` is an ISO day. */
export function fillPlace(db: Db, id: string, today: string): void {
  const of = { serviceAtLocationId: id };
  const at = (name: string) => ({ id: `${id}-${name}`, ...of });
  db.update(service)
    .set({
      description: 'A small nursery beside the park.\n\nOutside every day.',
      eligibility: 'Any family.',
      howToAccess: 'Phone to visit.',
      forDisabledChildren: 'We plan with you.',
      ...{ agesFromMonths: 3, agesToMonths: 59, freeEarlyYears: true, deposit: 5000 },
      ...{ extras: 'Nappies £2 a day', meals: 'Hot lunch', ratio: '1 to 3', waitingList: 'open' },
    })
    .run();
  db.insert(contact)
    .values([
      { ...at('phone'), kind: 'phone', value: '0161 496 0321', label: 'Bookings' },
      { ...at('email'), kind: 'email', value: `${id}@nursery.example` },
      { ...at('site'), kind: 'website', value: 'https://nursery.example/' },
    ])
    .run();
  db.insert(schedule)
    .values([
      { ...at('mon'), day: 1, opens: '07:30', closes: '18:00', term: 'all-year' },
      { ...at('tue'), day: 2, opens: '07:30', closes: '18:00', term: 'all-year' },
      {
        ...{ ...at('term'), day: 2, opens: '09:00', closes: '12:00', term: 'term-time' },
        ...{ session: 'Pre-school morning', isFunded: true },
      },
    ])
    .run();
  db.insert(costOption)
    .values([
      {
        ...{ ...at('day'), unit: 'day', pence: 6300, hours: 10.5, label: 'Full day' },
        ...{ includes: 'all meals', agesFromMonths: 24, agesToMonths: 59 },
      },
      { ...at('hour'), unit: 'hour', pence: 720 },
    ])
    .run();
  const ages = { agesFromMonths: 24, agesToMonths: 59, asAt: today };
  db.insert(vacancy)
    .values([
      { ...at('free'), ...ages, day: 1, places: 2 },
      { ...at('full'), ...ages, day: 2, places: 0 },
    ])
    .run();
  db.insert(fundedPlace)
    .values({ ...of, scheme: 'universal-3-4', hoursAWeek: 15 })
    .run();
  db.insert(spokenLanguage)
    .values({ ...of, language: 'ur' })
    .run();
  db.insert(schoolRun)
    .values({ ...of, school: '106300', schoolName: 'Moorlands Junior' })
    .run();
  db.insert(serviceTerm)
    .values([
      { serviceId: id, taxonomy: 'audience', term: 'fathers' },
      { serviceId: id, taxonomy: 'outcome', term: 'healthy' },
    ])
    .run();
  fillRegister(db, id, at);
  fillAnswers(db, id, today);
}

function fillRegister(
  db: Db,
  id: string,
  at: (name: string) => { readonly id: string; readonly serviceAtLocationId: string },
): void {
  db.insert(registrationCondition)
    .values({ ...at('condition'), text: 'No more than 12 children under 2.' })
    .run();
  db.insert(registeredAgeBand)
    .values({ ...at('band'), fromMonths: 0, toMonths: 23, most: 12, register: 'early-years' })
    .run();
  db.insert(registrationStep)
    .values({ ...at('step'), step: 'suspended', takenOn: '2026-10-05' })
    .run();
  db.insert(inspection)
    .values([
      {
        ...{ ...at('card'), framework: 'report-card', inspectedOn: '2026-03-18' },
        ...{ safeguardingEffective: true, standards: { inclusion: 'strong', welfare: 'expected' } },
        reportUrl: `https://reports.ofsted.gov.uk/provider/16/${id}`,
      },
      { ...at('old'), framework: 'early-years', inspectedOn: '2021-05-11', overallGrade: 2 },
    ])
    .run();
}

function fillAnswers(db: Db, id: string, today: string): void {
  const answered = { serviceAtLocationId: id, confirmedOn: today, source: 'provider' } as const;
  db.insert(inclusionAnswer)
    .values([
      { ...answered, attribute: 'hoist', answer: 'with-notice', note: 'Ring first' },
      { ...answered, attribute: 'lift', answer: 'no' },
      { ...answered, attribute: 'bsl', answer: 'yes', confirmedOn: '2024-01-01' },
      { ...answered, attribute: 'tube_feeding', answer: 'ask-us' },
    ])
    .run();
  db.insert(fieldSource)
    .values({ serviceAtLocationId: id, fieldGroup: 'hours', source: 'provider', asAt: today })
    .run();
}
