/**
 * The columns read from "Get Information about Schools": all establishments (`edubasealldata`), or
 * the open children's centres (`edubaseallchildrencentre`). The others, such as the names of head
 * teachers, are not looked at.
 */
export const schoolColumns = {
  urn: 'URN',
  authority: 'LA (name)',
  name: 'EstablishmentName',
  type: 'TypeOfEstablishment (name)',
  status: 'EstablishmentStatus (name)',
  phase: 'PhaseOfEducation (name)',
  agesFrom: 'StatutoryLowAge',
  agesTo: 'StatutoryHighAge',
  nursery: 'NurseryProvision (name)',
  resourced: 'TypeOfResourcedProvision (name)',
  street: 'Street',
  locality: 'Locality',
  addressLine3: 'Address3',
  town: 'Town',
  postcode: 'Postcode',
  website: 'SchoolWebsite',
  phone: 'TelephoneNum',
} as const;

/** What both files have; a file of children's centres knows no phases, ages or nursery classes. */
export const neededSchoolColumns = [
  ...(['urn', 'authority', 'name', 'type', 'status'] as const),
  ...(['street', 'town', 'postcode'] as const),
];

export type SchoolField = keyof typeof schoolColumns;
/** One row's cells by field, already without padding; empty for a column that the file lacks. */
export type SchoolCells = (field: SchoolField) => string;
