import { findHeader, type ColumnNames, type Header } from './find-header.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';

export { isoDayOf } from './ofsted-values.ts';

const described = {
  urn: ['Provider URN', 'CA Reference'],
  registeredOn: 'Registration date',
  type: 'Provider type',
  subtype: 'Provider subtype',
  status: 'Provider status',
  registers: 'Individual Register combinations',
  earlyYears: 'Provider Early Years Register Flag',
  compulsory: 'Provider Compulsory Childcare Register Flag',
  voluntary: 'Provider Voluntary Childcare Register Flag',
  personUrn: 'Registered person URN',
  personName: 'Registered person name',
  name: 'Provider name',
  addressLine1: ['Provider address line 1', 'Provider Address 1'],
  addressLine2: ['Provider address line 2', 'Provider Address 2'],
  addressLine3: ['Provider address line 3', 'Provider Address 3'],
  town: 'Provider town',
  postcode: ['Postcode', 'Provider postcode', 'Provider Postcode1'],
  phone: 'Telephone number',
  area: 'Parliamentary constituency',
  authority: 'Local authority',
  places: ['Places', 'Registered places'],
} as const;

/** Grades from 1 to 4: the framework before 10 November 2025, in its names until then and since. */
const graded = {
  fullNumber: [
    'Most recent full: Inspection number',
    'EYR OEIF: Most recent: Full inspection number',
  ],
  fullDate: ['Most recent full: Inspection date', 'EYR OEIF: Most recent: Full inspection date'],
  fullGrade: [
    'Most recent full: Overall effectiveness',
    'EYR OEIF/CIF: Most recent: Overall effectiveness',
    'EYR OEIF: Most recent: Overall effectiveness',
  ],
  education: ['Quality of education', 'EYR OEIF: Most recent: Quality of education'],
  behaviour: ['Behaviour and attitudes', 'EYR OEIF: Most recent: Behaviour and attitudes'],
  development: ['Personal development', 'EYR OEIF: Most recent: Personal development'],
  leadership: [
    'Effectiveness of leadership and management',
    'EYR OEIF/CIF: Most recent: Effectiveness of leadership and management',
  ],
  safeguarding: ['Safeguarding is effective?', 'EYR OEIF: Most recent: Safeguarding is effective?'],
  compulsoryCompliance: 'CCR requirements suitability',
  voluntaryCompliance: 'VCR requirements suitability',
  secondNumber: 'Second most recent full: Inspection number',
  secondDate: 'Second most recent full: Inspection date',
  secondGrade: 'Second most recent full: Overall effectiveness',
  thirdNumber: 'Third most recent full: Inspection number',
  thirdDate: 'Third most recent full: Inspection date',
  thirdGrade: 'Third most recent full: Overall effectiveness',
} as const;

/** Met or not met: no children on roll, out-of-school care, the Childcare Register. */
const complied = {
  noChildrenNumber: ['NCOR: Inspection number', 'EYR OEIF NCOR: Most recent: Inspection number'],
  noChildrenDate: ['NCOR: Inspection date', 'EYR OEIF NCOR: Most recent: Inspection date'],
  noChildrenOutcome: [
    'NCOR: Overall effectiveness',
    'EYR OEIF NCOR: Most recent: Overall effectiveness',
  ],
  outOfSchoolNumber: 'EYR OEIF OOSC: Most recent: Inspection number',
  outOfSchoolDate: 'EYR OEIF OOSC: Most recent: Inspection date',
  outOfSchoolOutcome: 'EYR OEIF OOSC: Most recent: Overall effectiveness',
  outOfSchoolSafeguarding: 'EYR OEIF OOSC: Most recent: Safeguarding is effective?',
  registerNumber: ['CR: Inspection number', 'CR: Most recent: Inspection number'],
  registerDate: ['CR: Inspection date', 'CR: Most recent: Inspection date'],
  registerOutcome: ['CR: Overall effectiveness', 'CR: Compliance', 'CR: Most recent: Compliance'],
} as const;

/** Report cards, from 10 November 2025: a standard for each area, and none overall. */
const carded = {
  cardNumber: 'EYR REIF: Most recent: Inspection number',
  cardDate: 'EYR REIF: Most recent: Inspection date',
  cardVisit: 'EYR REIF: Most recent: Inspection visit type',
  cardSafeguarding: 'EYR REIF: Most recent: Safeguarding standards met?',
  inclusion: 'EYR REIF: Most recent: Inclusion',
  curriculum: 'EYR REIF: Most recent: Curriculum and teaching',
  achievement: 'EYR REIF: Most recent: Achievement',
  cardBehaviour: 'EYR REIF: Most recent: Behaviour, attitudes and establishing routines',
  welfare: "EYR REIF: Most recent: Children's welfare and wellbeing",
  cardLeadership: 'EYR REIF: Most recent: Leadership and governance',
} as const;

/**
 * The columns read from Ofsted's management information, 2013 to 2026, each under every name it has
 * had. Names are matched loosely. The judgements of the framework before 2015 have no date, and are
 * not read.
 */
export const ofstedColumns = { ...described, ...graded, ...complied, ...carded } as const;
export type OfstedField = keyof typeof ofstedColumns;
const columns: Readonly<Record<OfstedField, ColumnNames>> = ofstedColumns;

/** Without these a row says neither what it is nor whether its address may be shown. */
const needed = ['urn', 'type', 'authority', 'name', 'postcode'] as const;

/** Columns that say nothing alone: a file that has one has all. */
const together: readonly (readonly OfstedField[])[] = [
  ['fullDate', 'fullGrade'],
  ['secondDate', 'secondGrade'],
  ['thirdDate', 'thirdGrade'],
  ['noChildrenDate', 'noChildrenOutcome'],
  ['outOfSchoolDate', 'outOfSchoolOutcome'],
  ['registerDate', 'registerOutcome'],
  [
    ...(['cardDate', 'inclusion', 'curriculum', 'achievement'] as const),
    ...(['cardBehaviour', 'welfare', 'cardLeadership'] as const),
  ],
];

/** What management information has and the consented addresses have not. */
const telling = ['status', 'registeredOn', 'places', 'fullDate', 'cardDate'] as const;

export type OfstedHeader = Header<OfstedField>;
/** One row's cells by field, already without padding. */
export type OfstedCells = (field: OfstedField) => string;

/** Finds the header of management information; another of Ofsted's files is refused by name. */
export function findOfstedHeader(
  rows: readonly (readonly string[])[],
): ImportOutcome<OfstedHeader> {
  const found = findHeader<OfstedField>(rows, columns, 'urn', needed);
  if (!found.ok) return found;
  const { has } = found.value;
  if (!telling.some(has)) {
    const looksLike = 'the consented addresses of childminders';
    return refuse({ code: 'other-kind', looksLike, use: 'consents' });
  }
  const lacking = together.flatMap((group) => {
    const absent = group.filter((field) => !has(field));
    return absent.length === group.length ? [] : absent;
  });
  if (lacking.length === 0) return taken(found.value);
  return refuse({ code: 'missing-columns', columns: lacking.map(usualName) });
}

const usual: readonly OfstedField[] = [
  ...(['registeredOn', 'subtype', 'status', 'registers', 'personName'] as const),
  ...(['phone', 'area', 'places'] as const),
];
const usualWithGrades: readonly OfstedField[] = [
  ...(['education', 'behaviour', 'development', 'leadership', 'safeguarding'] as const),
];

/** The published names of columns that a file lacks and most have. */
export const lackingIn = ({ has }: OfstedHeader): readonly string[] =>
  [...usual, ...(has('fullDate') ? usualWithGrades : [])]
    .filter((field) => !has(field))
    .map(usualName);

const usualName = (field: OfstedField): string => [columns[field]].flat()[0] ?? '';
