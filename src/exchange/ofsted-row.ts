import { parsePostcode } from '#directory/postcode.ts';
import {
  frameworksIn,
  inspectionDates,
  inspectionsOf,
  standardFields,
  standardOf,
} from './ofsted-inspections.ts';
import { isAgency, kindOf, reportUrlOf, type Kind } from './ofsted-kind.ts';
import type { OfstedField, OfstedHeader } from './ofsted-layout.ts';
import { gradeOf, isHidden, isoDayOf, townOf, valueOf } from './ofsted-values.ts';
import { phoneNumbersIn } from './phone-numbers.ts';
import { registeredPersonOf } from './registered-person.ts';
import {
  homeAddressOf,
  noContacts,
  nowhere,
  type RegisteredPerson,
  type Said,
  type SaidAddress,
  type SaidRegisters,
} from './said.ts';

export type ReadRow =
  | { readonly ok: true; readonly said: Said }
  /** A childminder agency. */
  | { readonly ok: true; readonly agency: RegisteredPerson }
  /** `keep`: the row cannot be read, but its provider has not left. */
  | {
      readonly ok: false;
      readonly id: string | null;
      readonly reason: string;
      readonly keep: boolean;
    };

/** The stable, address-safe id of a URN: `EY492543` → `ey492543`; null when it is no URN. */
export const providerIdOf = (urn: string): string | null =>
  /^[a-z]{0,8}\d{3,}$/i.test(urn) ? urn.toLowerCase() : null;

export type RowReading = {
  /** An invented place has no reports to link to. */
  readonly isSample: boolean;
  /** The point of a postcode rounded to about 1 km; null when it is not known. */
  readonly areaOf: (postcode: string) => SaidAddress['area'];
};

/** A reader of rows under one header. */
export function ofstedRowReader(header: OfstedHeader, { isSample, areaOf }: RowReading) {
  const frameworks = frameworksIn(header);
  return (cells: readonly string[]): ReadRow => {
    const cell = (field: OfstedField) => header.cell(cells, field);
    const row: Row = { cell, has: header.has, areaOf };
    const urn = row.cell('urn');
    const id = providerIdOf(urn);
    const refused = (reason: string, keep = true): ReadRow => ({ ok: false, id, reason, keep });
    if (id === null) return refused(`"${urn}" is not a URN`);
    const status = row.cell('status');
    if (row.has('status') && status.toLowerCase() !== 'active')
      return refused(`its status is "${status}"`, false);
    const type = row.cell('type');
    if (isAgency(type)) return { ok: true, agency: agencyOf(id, row) };
    const kind = kindOf(type, row.cell('subtype'));
    if (kind === null) return refused(`the provider type "${type}" is not known`);
    const unreadable = firstUnreadable(row);
    if (unreadable !== null) return refused(unreadable);
    const reportUrl = isSample ? null : reportUrlOf(kind, urn);
    const list = inspectionsOf(row.cell, reportUrl);
    const inspections = frameworks.length === 0 ? undefined : { frameworks, list };
    return { ok: true, said: { ...factsOf(id, row, kind), inspections } };
  };
}

type Row = {
  readonly cell: (field: OfstedField) => string;
  readonly has: (field: OfstedField) => boolean;
  readonly areaOf: RowReading['areaOf'];
};

const dates = ['registeredOn', ...inspectionDates] as const;
const grades = [
  ...(['fullGrade', 'education', 'behaviour', 'development', 'leadership'] as const),
  ...(['secondGrade', 'thirdGrade'] as const),
];

/** A date or grade that cannot be read refuses the row: a guess about quality is worse than none. */
function firstUnreadable({ cell }: Row): string | null {
  const bad = (reads: (text: string) => boolean) => (field: OfstedField) => {
    const text = valueOf(cell(field));
    return text !== null && !reads(text);
  };
  const field =
    dates.find(bad((text) => isoDayOf(text) !== null)) ??
    grades.find(bad((text) => gradeOf(text) !== null)) ??
    standardFields.find(bad((text) => standardOf(text) !== null || /^not /i.test(text)));
  return field === undefined ? null : `"${cell(field)}" cannot be read (${field})`;
}

function factsOf(id: string, row: Row, { kind, premises, caresIn }: Kind): Said {
  const { cell, has } = row;
  const ifHas = <T>(field: OfstedField, value: T) => (has(field) ? value : undefined);
  return {
    ...{ id, urn: cell('urn'), kind, premises, caresIn, isOut: false },
    type: cell('type'),
    subtype: ifHas('subtype', valueOf(cell('subtype'))),
    registeredOn: ifHas('registeredOn', isoDayOf(cell('registeredOn'))),
    registers: registersOf(row),
    area: ifHas('area', valueOf(cell('area'))),
    authority: cell('authority'),
    places: ifHas('places', Number.parseInt(cell('places'), 10) || null),
    ...(premises === 'non-domestic' ? placeOf(id, row) : homeOf(row)),
  };
}

/** A home: whatever the file says, no more than a district and a rounded point is taken from it. */
const homeOf = ({ cell, areaOf }: Row) => ({
  ...{ withheld: false, person: null, name: null, contacts: undefined },
  address: homeAddressOf(valueOf(cell('postcode')), areaOf),
});

const hiding = ['name', 'addressLine1', 'postcode'] as const;

/** A public place. One that Ofsted hides, without saying why, may be a refuge: all is withheld. */
function placeOf(id: string, row: Row) {
  const { cell, has } = row;
  if (hiding.some((field) => isHidden(cell(field)))) {
    return { withheld: true, name: null, address: nowhere, contacts: noContacts, person: null };
  }
  return {
    withheld: false,
    name: valueOf(cell('name')),
    address: addressOf(row),
    contacts: has('phone') ? contactsOf(cell('phone')) : undefined,
    person: has('personName') ? personOf(id, row) : undefined,
  };
}

function addressOf({ cell }: Row): SaidAddress {
  const postcode = parsePostcode(valueOf(cell('postcode')) ?? '');
  return {
    addressLine1: valueOf(cell('addressLine1')),
    addressLine2: valueOf(cell('addressLine2')),
    addressLine3: valueOf(cell('addressLine3')),
    town: townOf(valueOf(cell('town'))),
    postcode: postcode?.kind === 'full' ? postcode.display : null,
    outwardPostcode: postcode?.outward ?? null,
    area: null,
  };
}

const contactsOf = (cell: string): Said['contacts'] => ({
  kinds: ['phone'],
  list: phoneNumbersIn(valueOf(cell) ?? '').map((value) => ({ kind: 'phone', value })),
});

function personOf(id: string, { cell }: Row): RegisteredPerson | null {
  const person = registeredPersonOf(id, cell('personUrn'), cell('personName'));
  return person && { ...person, address: null };
}

function agencyOf(id: string, row: Row): RegisteredPerson {
  const { addressLine1, addressLine2, addressLine3, town, postcode } = addressOf(row);
  const lines = [addressLine1, addressLine2, addressLine3, town, postcode];
  return {
    ...{ id, reference: row.cell('urn'), name: row.cell('name'), isPerson: false },
    address: lines.filter((line) => line !== null).join(', ') || null,
  };
}

/** From the flags, and for a flag the file lacks from the combination in words. */
function registersOf({ cell, has }: Row): SaidRegisters | undefined {
  const text = valueOf(cell('registers'));
  const on = (field: OfstedField, code: string): boolean =>
    has(field)
      ? cell(field).toUpperCase() === 'Y'
      : text !== null && (/^all$/i.test(text) || text.toUpperCase().includes(code));
  const isSaid = text !== null || has('earlyYears');
  if (!isSaid) return undefined;
  return {
    registers: text,
    onEarlyYearsRegister: on('earlyYears', 'EYR'),
    onCompulsoryRegister: on('compulsory', 'CCR'),
    onVoluntaryRegister: on('voluntary', 'VCR'),
  };
}
