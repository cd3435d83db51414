import { join } from 'node:path';
import { schoolColumns, type SchoolField } from '#exchange/school-layout.ts';
import { readRows } from './services-table.ts';

/**
 * Trafford's open schools in the columns that the importer reads, from the national register of
 * November 2023. Ages and websites are those of a list of August 2019; nursery classes and telephones
 * are in neither, and stay blank.
 */
export function openSchools(folder: string): readonly Readonly<Record<string, string>>[] {
  const more = new Map(
    readRows(join(folder, 'trafford_schools_and_colleges.csv')).map((row) => [
      row['unique_reference_number'],
      row,
    ]),
  );
  return readRows(join(folder, 'gias_2023-11_trafford.csv'))
    .filter((row) => row['establishment_status_name'] === 'Open')
    .map((row) => schoolRow({ ...more.get(row['urn']), ...row }));
}

/** The importer's column → the column it is taken from. */
const from: Readonly<Partial<Record<SchoolField, string>>> = {
  ...{ urn: 'urn', authority: 'la_name', name: 'name', type: 'establishment_type_name' },
  ...{ status: 'establishment_status_name', phase: 'phase_name' },
  ...{ agesFrom: 'lowest_admission_age', agesTo: 'highest_admission_age' },
  ...{ street: 'address_1', locality: 'address_2', addressLine3: 'address_3' },
  ...{ town: 'town', postcode: 'postcode', website: 'website' },
};

const schoolRow = (cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(schoolColumns).map(([field, column]) => {
      const source = Object.entries(from).find(([name]) => name === field)?.[1] ?? '';
      const text = cells[source] ?? '';
      return [column, text === 'NA' ? '' : text];
    }),
  );
