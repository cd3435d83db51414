import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { location, organisation, service, serviceAtLocation } from '#db/schema/directory.ts';
import { contact } from '#db/schema/directory-offer.ts';
import { inspection, registration } from '#db/schema/directory-registration.ts';

type Service = typeof service.$inferSelect;
export type OrganisationRow = typeof organisation.$inferSelect;
export type RegistrationRow = typeof registration.$inferSelect;
export type ContactRow = typeof contact.$inferSelect;
export type InspectionRow = typeof inspection.$inferSelect;
/** The columns that an import writes; the others are other people's. */
export type ServiceFacts = Pick<Service, 'organisationId' | 'name' | 'kind'>;
export type LocationFacts = Omit<
  typeof location.$inferSelect,
  'id' | 'name' | 'type' | 'directions'
>;
export type AtFacts = Pick<
  typeof serviceAtLocation.$inferSelect,
  'source' | 'asAt' | 'sourceDigest' | 'leftOn' | 'withheld' | 'isSample'
>;
export type RegistrationFacts = Omit<RegistrationRow, 'serviceAtLocationId'>;

/** Everything a new registration begins with, under one id. */
export type NewRecord = {
  readonly service: ServiceFacts;
  readonly location: LocationFacts;
  readonly at: AtFacts;
  readonly registration: RegistrationFacts;
};

/**
 * A value as SQLite takes it: a column's own encoding would lose the null of a flag or of JSON, and
 * costs more than the insert.
 */
const as = (name: string): SQL => sql`${sql.placeholder(name)}`;
const jsonOrNull = (value: unknown) => (value === null ? null : JSON.stringify(value));
const flagOrNull = (value: boolean | null) => (value === null ? null : Number(value));

/** The inserts of an import, each prepared once. */
export function registrationInserts(tx: Tx) {
  const services = insertService(tx);
  const locations = insertLocation(tx);
  const ats = insertAt(tx);
  const registrations = insertRegistration(tx);
  const organisations = insertOrganisation(tx);
  const contacts = insertContact(tx);
  const inspections = insertInspection(tx);
  return {
    record: (id: string, row: NewRecord): void => {
      services.run({ id, ...row.service });
      locations.run({ id, ...row.location });
      const { withheld, isSample } = row.at;
      ats.run({ id, ...row.at, withheld: Number(withheld), isSample: Number(isSample) });
      registrations.run({ id, ...row.registration, ...encodedIn(row.registration) });
    },
    organisation: (row: OrganisationRow): void =>
      void organisations.run({ ...row, isPerson: Number(row.isPerson) }),
    contact: (row: ContactRow): void =>
      void contacts.run({ ...row, isPublic: Number(row.isPublic) }),
    inspection: (row: InspectionRow): void => {
      const safeguardingEffective = flagOrNull(row.safeguardingEffective);
      inspections.run({ ...row, safeguardingEffective, standards: jsonOrNull(row.standards) });
    },
  };
}

const encodedIn = (row: RegistrationFacts) => ({
  onEarlyYearsRegister: Number(row.onEarlyYearsRegister),
  onCompulsoryRegister: Number(row.onCompulsoryRegister),
  onVoluntaryRegister: Number(row.onVoluntaryRegister),
  caresIn: jsonOrNull(row.caresIn),
  carePeriods: jsonOrNull(row.carePeriods),
});
export type RegistrationInserts = ReturnType<typeof registrationInserts>;

const insertService = (tx: Tx) =>
  tx
    .insert(service)
    .values({
      ...{ id: as('id'), organisationId: as('organisationId') },
      ...{ name: as('name'), kind: as('kind') },
    })
    .prepare();

const insertLocation = (tx: Tx) =>
  tx
    .insert(location)
    .values({
      ...{ id: as('id'), premises: as('premises'), authority: as('authority') },
      ...{ addressLine1: as('addressLine1'), addressLine2: as('addressLine2') },
      ...{ addressLine3: as('addressLine3'), town: as('town'), areaName: as('areaName') },
      ...{ postcode: as('postcode'), outwardPostcode: as('outwardPostcode') },
      ...{ latitude: as('latitude'), longitude: as('longitude') },
      pointPrecision: as('pointPrecision'),
      ...{ wardCode: as('wardCode'), wardName: as('wardName') },
    })
    .prepare();

const insertAt = (tx: Tx) =>
  tx
    .insert(serviceAtLocation)
    .values({
      ...{ id: as('id'), serviceId: as('id'), locationId: as('id') },
      ...{ source: as('source'), asAt: as('asAt'), sourceDigest: as('sourceDigest') },
      ...{ leftOn: as('leftOn'), withheld: as('withheld'), isSample: as('isSample') },
    })
    .prepare();

const insertRegistration = (tx: Tx) =>
  tx
    .insert(registration)
    .values({
      ...{ serviceAtLocationId: as('id'), urn: as('urn'), registeredWith: as('registeredWith') },
      ...{ agencyName: as('agencyName'), ofstedType: as('ofstedType') },
      ...{ ofstedSubtype: as('ofstedSubtype'), registeredOn: as('registeredOn') },
      ...{ registers: as('registers'), places: as('places') },
      onEarlyYearsRegister: as('onEarlyYearsRegister'),
      onCompulsoryRegister: as('onCompulsoryRegister'),
      onVoluntaryRegister: as('onVoluntaryRegister'),
      ...{ caresIn: as('caresIn'), carePeriods: as('carePeriods') },
    })
    .prepare();

const insertOrganisation = (tx: Tx) =>
  tx
    .insert(organisation)
    .values({
      ...{ id: as('id'), name: as('name'), reference: as('reference'), isPerson: as('isPerson') },
      ...{ address: as('address'), website: as('website'), email: as('email') },
      ...{ phone: as('phone'), source: as('source'), asAt: as('asAt') },
    })
    .prepare();

const insertContact = (tx: Tx) =>
  tx
    .insert(contact)
    .values({
      ...{ id: as('id'), serviceAtLocationId: as('serviceAtLocationId'), kind: as('kind') },
      ...{ value: as('value'), label: as('label'), isPublic: as('isPublic') },
    })
    .prepare();

const insertInspection = (tx: Tx) =>
  tx
    .insert(inspection)
    .values({
      ...{ id: as('id'), serviceAtLocationId: as('serviceAtLocationId') },
      ...{ framework: as('framework'), number: as('number'), visitType: as('visitType') },
      ...{ inspectedOn: as('inspectedOn'), overallGrade: as('overallGrade') },
      ...{ educationGrade: as('educationGrade'), behaviourGrade: as('behaviourGrade') },
      ...{ developmentGrade: as('developmentGrade'), leadershipGrade: as('leadershipGrade') },
      safeguardingEffective: as('safeguardingEffective'),
      standards: as('standards'),
      compliance: as('compliance'),
      compulsoryRegisterCompliance: as('compulsoryRegisterCompliance'),
      voluntaryRegisterCompliance: as('voluntaryRegisterCompliance'),
      reportUrl: as('reportUrl'),
    })
    .prepare();
