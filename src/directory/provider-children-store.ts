import { asc, desc, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/open-database.ts';
import { fieldSource, serviceTerm } from '#db/schema/directory.ts';
import {
  contact,
  costOption,
  fundedPlace,
  inclusionAnswer,
  photo,
  schedule,
  schoolRun,
  spokenLanguage,
  vacancy,
} from '#db/schema/directory-offer.ts';
import {
  inspection,
  registeredAgeBand,
  registrationCondition,
  registrationStep,
} from '#db/schema/directory-registration.ts';
import { preparedFor } from './prepared-for.ts';
import {
  contactsOf,
  costOf,
  fundedOf,
  registrationOf,
  termsOf,
  vacancyOf,
} from './provider-parts-store.ts';
import type { ProviderRow } from './provider-row-store.ts';

type RegistrationRow = Parameters<typeof registrationOf>[0];
type Parent = ProviderRow & { readonly registration: RegistrationRow | null };

/** Rows whose column is in the JSON list of ids. */
export const inGivenIds = (column: SQLiteColumn): SQL =>
  sql`${column} in (select value from json_each(${sql.placeholder('ids')}))`;

/** What belongs to these records, in one query a table. */
export function childrenOf(reader: Reader, rows: readonly Parent[]) {
  const ids = JSON.stringify(rows.map(({ at }) => at.id));
  const serviceIds = JSON.stringify(rows.map(({ at }) => at.serviceId));
  const read = childQueries(reader);
  const inspections = byRecord(read.inspections.all({ ids }));
  const times = byRecord(read.schedule.all({ ids }));
  const costs = byRecord(read.costs.all({ ids }));
  const vacancies = byRecord(read.vacancies.all({ ids }));
  const contacts = byRecord(read.contacts.all({ ids }));
  const funded = byRecord(read.funded.all({ ids }));
  const languages = byRecord(read.languages.all({ ids }));
  const schools = byRecord(read.schools.all({ ids }));
  const photos = byRecord(read.photos.all({ ids }));
  const inclusion = byRecord(read.inclusion.all({ ids }));
  const fieldSources = byRecord(read.fieldSources.all({ ids }));
  const conditions = byRecord(read.conditions.all({ ids }));
  const ageBands = byRecord(read.ageBands.all({ ids }));
  const steps = byRecord(read.steps.all({ ids }));
  const terms = Map.groupBy(read.terms.all({ ids: serviceIds }), ({ serviceId }) => serviceId);
  return ({ at: { id, serviceId, hidesContact }, registration }: Parent) => ({
    registration:
      registration &&
      registrationOf(registration, {
        conditions: conditions(id),
        ageBands: ageBands(id),
        steps: steps(id),
      }),
    inspections: inspections(id),
    schedule: times(id),
    costs: costs(id).map(costOf),
    vacancies: vacancies(id).map(vacancyOf),
    ...contactsOf(hidesContact ? [] : contacts(id)),
    funded: funded(id).flatMap(fundedOf),
    languages: languages(id).map(({ language }) => language),
    schoolRuns: schools(id).map(({ school, schoolName: name }) => ({ school, name })),
    photos: photos(id).map(({ path, alt }) => ({ path, alt })),
    ...termsOf(terms.get(serviceId) ?? []),
    inclusion: new Map(inclusion(id).map((row) => [row.attribute, row])),
    fieldSources: fieldSources(id),
  });
}

const childQueries = preparedFor((reader) => ({
  inspections: reader
    .select()
    .from(inspection)
    .where(inGivenIds(inspection.serviceAtLocationId))
    .orderBy(desc(inspection.inspectedOn), asc(inspection.id))
    .prepare(),
  schedule: reader
    .select()
    .from(schedule)
    .where(inGivenIds(schedule.serviceAtLocationId))
    .orderBy(asc(schedule.day), asc(schedule.opens))
    .prepare(),
  costs: reader
    .select()
    .from(costOption)
    .where(inGivenIds(costOption.serviceAtLocationId))
    .orderBy(asc(costOption.pence), asc(costOption.id))
    .prepare(),
  vacancies: reader
    .select()
    .from(vacancy)
    .where(inGivenIds(vacancy.serviceAtLocationId))
    .orderBy(asc(vacancy.agesFromMonths), asc(vacancy.day))
    .prepare(),
  contacts: reader
    .select()
    .from(contact)
    .where(sql`${inGivenIds(contact.serviceAtLocationId)} and ${contact.isPublic}`)
    .orderBy(asc(contact.id))
    .prepare(),
  funded: reader
    .select()
    .from(fundedPlace)
    .where(inGivenIds(fundedPlace.serviceAtLocationId))
    .prepare(),
  languages: reader
    .select()
    .from(spokenLanguage)
    .where(inGivenIds(spokenLanguage.serviceAtLocationId))
    .orderBy(asc(spokenLanguage.language))
    .prepare(),
  schools: reader
    .select()
    .from(schoolRun)
    .where(inGivenIds(schoolRun.serviceAtLocationId))
    .orderBy(asc(schoolRun.schoolName))
    .prepare(),
  photos: reader
    .select()
    .from(photo)
    .where(inGivenIds(photo.serviceAtLocationId))
    .orderBy(asc(photo.position))
    .prepare(),
  inclusion: reader
    .select()
    .from(inclusionAnswer)
    .where(inGivenIds(inclusionAnswer.serviceAtLocationId))
    .prepare(),
  fieldSources: reader
    .select()
    .from(fieldSource)
    .where(inGivenIds(fieldSource.serviceAtLocationId))
    .prepare(),
  conditions: reader
    .select()
    .from(registrationCondition)
    .where(inGivenIds(registrationCondition.serviceAtLocationId))
    .orderBy(asc(registrationCondition.id))
    .prepare(),
  ageBands: reader
    .select()
    .from(registeredAgeBand)
    .where(inGivenIds(registeredAgeBand.serviceAtLocationId))
    .orderBy(asc(registeredAgeBand.fromMonths))
    .prepare(),
  steps: reader
    .select()
    .from(registrationStep)
    .where(inGivenIds(registrationStep.serviceAtLocationId))
    .orderBy(desc(registrationStep.takenOn))
    .prepare(),
  terms: reader.select().from(serviceTerm).where(inGivenIds(serviceTerm.serviceId)).prepare(),
}));

/** Splits rows by record, keeping their order. */
function byRecord<Row extends { readonly serviceAtLocationId: string }>(rows: readonly Row[]) {
  const groups = Map.groupBy(rows, ({ serviceAtLocationId }) => serviceAtLocationId);
  return (id: string): readonly Row[] => groups.get(id) ?? [];
}
