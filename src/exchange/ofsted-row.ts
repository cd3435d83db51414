import type { Inspection } from '#directory/provider.ts';
import { parsePostcode } from '#directory/postcode.ts';
import { kindOf, reportUrlOf } from './ofsted-kind.ts';
import { inspectionsOf } from './ofsted-inspections.ts';
import {
  isHidden,
  isoDayOf,
  valueOf,
  type OfstedCells,
  type OfstedField,
} from './ofsted-layout.ts';

/** The facts Ofsted answers for; what may not be published is left behind here. */
export type Registration = ReturnType<typeof factsOf> & {
  readonly inspections: readonly Inspection[];
};

export type ReadRow =
  | { readonly ok: true; readonly registration: Registration }
  /** `keep`: the row is unreadable, but its provider has not left. */
  | {
      readonly ok: false;
      readonly id: string | null;
      readonly reason: string;
      readonly keep: boolean;
    };

/** The stable, address-safe id of a URN: `EY492543` → `ey492543`; null when it is no URN. */
export const providerIdOf = (urn: string): string | null =>
  /^[a-z]{0,8}\d{3,}$/i.test(urn) ? urn.toLowerCase() : null;

/** Reads one row; `isSample` leaves out links to reports, which an invented place has not. */
export function readRow(cell: OfstedCells, isSample: boolean): ReadRow {
  const id = providerIdOf(cell('urn'));
  const refused = (reason: string, keep = true): ReadRow => ({ ok: false, id, reason, keep });
  if (id === null) return refused(`"${cell('urn')}" is not a URN`);
  const status = cell('status');
  if (status.toLowerCase() !== 'active') return refused(`its status is "${status}"`, false);
  const kind = kindOf(cell('type'), cell('subtype'));
  if (kind === null) return refused(`the provider type "${cell('type')}" is not known`);
  const unreadable = firstUnreadable(cell);
  if (unreadable !== null) return refused(unreadable);
  const reportUrl = isSample ? null : reportUrlOf(kind, cell('urn'));
  const registration = { ...factsOf(id, cell, kind), inspections: inspectionsOf(cell, reportUrl) };
  return { ok: true, registration };
}

const dates = [
  'registeredOn',
  'fullDate',
  'secondDate',
  'thirdDate',
  'noChildrenDate',
  'registerDate',
] as const;
const grades = [
  'fullGrade',
  'education',
  'behaviour',
  'development',
  'leadership',
  'secondGrade',
  'thirdGrade',
] as const;

/** A date or grade that cannot be read refuses the row: a guess about quality is worse than none. */
function firstUnreadable(cell: OfstedCells): string | null {
  const bad = (reads: (text: string) => boolean) => (field: OfstedField) => {
    const text = valueOf(cell(field));
    return text !== null && !reads(text);
  };
  const field =
    dates.find(bad((text) => isoDayOf(text) !== null)) ??
    grades.find(bad((text) => /^[1-4]$/.test(text)));
  return field === undefined ? null : `"${cell(field)}" cannot be read (${field})`;
}

function factsOf(id: string, cell: OfstedCells, kind: NonNullable<ReturnType<typeof kindOf>>) {
  const flag = (field: OfstedField) => cell(field).toUpperCase() === 'Y';
  return {
    id,
    urn: cell('urn'),
    kind: kind.kind,
    premises: kind.premises,
    ofstedType: cell('type'),
    ofstedSubtype: valueOf(cell('subtype')),
    registeredOn: isoDayOf(cell('registeredOn')),
    registers: valueOf(cell('registers')),
    onEarlyYearsRegister: flag('earlyYears'),
    onCompulsoryRegister: flag('compulsory'),
    onVoluntaryRegister: flag('voluntary'),
    areaName: valueOf(cell('area')),
    authority: cell('authority'),
    places: Number.parseInt(cell('places'), 10) || null,
    ...(kind.premises === 'non-domestic' ? placeOf(cell) : homeOf(cell)),
  };
}

const unplaced = {
  name: null,
  addressLine1: null,
  addressLine2: null,
  addressLine3: null,
  town: null,
  postcode: null,
  outwardPostcode: null,
  phone: null,
};

/** A home: whatever the file says, no more than the outward postcode is taken from it. */
function homeOf(cell: OfstedCells) {
  const outwardPostcode = parsePostcode(valueOf(cell('postcode')) ?? '')?.outward ?? null;
  return { ...unplaced, outwardPostcode, withheld: false };
}

/** A public place. One that Ofsted hides, without saying why, may be a refuge: all is withheld. */
function placeOf(cell: OfstedCells) {
  if (isHidden(cell('name')) || isHidden(cell('postcode'))) return { ...unplaced, withheld: true };
  const postcode = parsePostcode(valueOf(cell('postcode')) ?? '');
  return {
    name: valueOf(cell('name')),
    addressLine1: valueOf(cell('addressLine1')),
    addressLine2: valueOf(cell('addressLine2')),
    addressLine3: valueOf(cell('addressLine3')),
    town: townOf(valueOf(cell('town'))),
    postcode: postcode?.kind === 'full' ? postcode.display : null,
    outwardPostcode: postcode?.outward ?? null,
    phone: valueOf(cell('phone')),
    withheld: false,
  };
}

/** `ALTRINCHAM` → `Altrincham`; mixed case is left as it is. */
const townOf = (town: string | null): string | null =>
  town !== null && town === town.toUpperCase()
    ? town.toLowerCase().replace(/\b\p{L}/gu, (letter) => letter.toUpperCase())
    : town;
