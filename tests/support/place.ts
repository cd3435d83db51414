import { postcode, provider } from '#db/schema/directory.ts';
import type { Provider } from '#directory/provider.ts';
import type { TestApp } from './test-app.ts';

/** A place that has said nothing but its name and where it is. */
export const quietPlace = (overrides: Partial<Provider> = {}): Provider => ({
  id: 'quiet',
  urn: 'QUIET1',
  kind: 'nursery',
  ofstedType: 'Childcare on non-domestic premises',
  ofstedSubtype: null,
  premises: 'non-domestic',
  name: 'Quiet Nursery',
  address: { lines: ['1 Quiet Road'], town: 'Sale', postcode: 'M33 2DH' },
  outwardPostcode: 'M33',
  areaName: null,
  point: { latitude: 53.42, longitude: -2.32, precision: 'postcode' },
  ward: null,
  authority: 'Trafford',
  registeredOn: null,
  registers: { earlyYears: true, compulsory: false, voluntary: false },
  phone: null,
  email: null,
  website: null,
  description: null,
  places: null,
  ages: null,
  inspections: [],
  schedule: [],
  costs: [],
  vacancies: [],
  inclusion: new Map(),
  source: 'ofsted',
  asAt: '2026-11-01',
  isSample: false,
  ...overrides,
});

/** Puts a nursery into the directory, known by its id alone. */
export function addPlace(app: TestApp, id: string): string {
  app.db
    .insert(provider)
    .values({
      id,
      urn: id.toUpperCase(),
      kind: 'nursery',
      ofstedType: 'Childcare on non-domestic premises',
      premises: 'non-domestic',
      name: `Nursery ${id}`,
      authority: 'Trafford',
      email: `${id}@nursery.example`,
      source: 'ofsted',
      asAt: '2026-11-01',
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
