import { location, service, serviceAtLocation } from '#db/schema/directory.ts';
import { contact } from '#db/schema/directory-offer.ts';
import { registration } from '#db/schema/directory-registration.ts';
import { postcode } from '#db/schema/geography.ts';
import type { Provider } from '#directory/provider.ts';
import type { Registration } from '#directory/registration.ts';
import type { TestApp } from './test-app.ts';

export const quietRegistration: Registration = {
  urn: 'QUIET1',
  registeredWith: 'ofsted',
  agencyName: null,
  ofstedType: 'Childcare on non-domestic premises',
  ofstedSubtype: null,
  registeredOn: null,
  registers: { earlyYears: true, compulsory: false, voluntary: false },
  places: null,
  caresIn: [],
  carePeriods: [],
  conditions: [],
  ageBands: [],
  steps: [],
};

/** A place that has said nothing but its name and where it is. */
export const quietPlace = (overrides: Partial<Provider> = {}): Provider => ({
  ...{ id: 'quiet', serviceId: 'quiet', locationId: 'quiet' },
  ...{ kind: 'nursery', alsoKinds: [], name: 'Quiet Nursery', organisation: null },
  ...{ premises: 'non-domestic', isVirtual: false, locationName: null },
  address: { lines: ['1 Quiet Road'], town: 'Sale', postcode: 'M33 2DH' },
  ...{ outwardPostcode: 'M33', areaName: null },
  point: { latitude: 53.42, longitude: -2.32, precision: 'postcode' },
  ...{ ward: null, authority: 'Trafford', directions: null },
  registration: quietRegistration,
  inspections: [],
  ...{ description: null, eligibility: null, howToAccess: null, forDisabledChildren: null },
  ...{ ages: null, isFree: null, freeEarlyYears: null, deposit: null, extras: null },
  ...{ meals: null, ratio: null, waitingList: null },
  ...{ contacts: [], phone: null, email: null, website: null },
  ...{ schedule: [], costs: [], vacancies: [], funded: [], languages: [], schoolRuns: [] },
  ...{ photos: [], outcomes: [], audiences: [], inclusion: new Map() },
  ...{ source: 'ofsted', asAt: '2026-11-01', confirmedOn: null, isSample: false },
  fieldSources: [],
  ...overrides,
});

/** Puts a nursery into the directory, known by its id alone. */
export function addPlace(app: TestApp, id: string): string {
  app.db
    .insert(service)
    .values({ id, kind: 'nursery', name: `Nursery ${id}` })
    .run();
  app.db.insert(location).values({ id, premises: 'non-domestic', authority: 'Trafford' }).run();
  app.db
    .insert(serviceAtLocation)
    .values({ id, serviceId: id, locationId: id, source: 'ofsted', asAt: '2026-11-01' })
    .run();
  app.db
    .insert(registration)
    .values({
      serviceAtLocationId: id,
      urn: id.toUpperCase(),
      ofstedType: 'Childcare on non-domestic premises',
    })
    .run();
  app.db
    .insert(contact)
    .values({
      id: `${id}-email`,
      serviceAtLocationId: id,
      kind: 'email',
      value: `${id}@nursery.example`,
    })
    .run();
  return id;
}

/** Makes M33 2DH, in the ward of Sale Moor, a postcode that the area knows. */
export function knowPostcode(app: TestApp): void {
  app.db
    .insert(postcode)
    .values({
      key: 'M332DH',
      display: 'M33 2DH',
      outward: 'M33',
      latitude: 53.42,
      longitude: -2.32,
      wardCode: 'E05000001',
      wardName: 'Sale Moor',
    })
    .run();
}
