/**
 * The columns read from Ofsted's management information, layout of 31 August 2021 ("Childcare
 * providers and inspections: most recent inspections"). Names are matched loosely.
 */
export const ofstedColumns = {
  urn: 'Provider URN',
  registeredOn: 'Registration date',
  type: 'Provider type',
  subtype: 'Provider subtype',
  status: 'Provider status',
  registers: 'Individual Register combinations',
  earlyYears: 'Provider Early Years Register Flag',
  compulsory: 'Provider Compulsory Childcare Register Flag',
  voluntary: 'Provider Voluntary Childcare Register Flag',
  name: 'Provider name',
  addressLine1: 'Provider address line 1',
  addressLine2: 'Provider address line 2',
  addressLine3: 'Provider address line 3',
  town: 'Provider town',
  postcode: 'Postcode',
  phone: 'Telephone Number',
  area: 'Parliamentary constituency',
  authority: 'Local authority',
  places: 'Places',
  fullNumber: 'Most recent full: Inspection number',
  fullDate: 'Most recent full: Inspection date',
  fullGrade: 'Most recent full: Overall effectiveness',
  education: 'Quality of education',
  behaviour: 'Behaviour and attitudes',
  development: 'Personal development',
  leadership: 'Effectiveness of leadership and management',
  safeguarding: 'Safeguarding is effective?',
  compulsoryCompliance: 'CCR requirements suitability',
  voluntaryCompliance: 'VCR requirements suitability',
  secondNumber: 'Second most recent full: Inspection number',
  secondDate: 'Second most recent full: Inspection date',
  secondGrade: 'Second most recent full: Overall effectiveness',
  thirdNumber: 'Third most recent full: Inspection number',
  thirdDate: 'Third most recent full: Inspection date',
  thirdGrade: 'Third most recent full: Overall effectiveness',
  noChildrenNumber: 'NCOR: Inspection number',
  noChildrenDate: 'NCOR: Inspection date',
  noChildrenOutcome: 'NCOR: Overall effectiveness',
  registerNumber: 'CR: Inspection number',
  registerDate: 'CR: Inspection date',
  registerOutcome: 'CR: Overall effectiveness',
} as const;

export type OfstedField = keyof typeof ofstedColumns;
/** One row's cells by field, already without padding. */
export type OfstedCells = (field: OfstedField) => string;

/** Null for every way Ofsted writes "nothing here": blank, a dash, NULL, or hidden. */
export const valueOf = (cell: string): string | null =>
  cell === '' || cell === '-' || cell.toUpperCase() === 'NULL' || isHidden(cell) ? null : cell;

/** Whether Ofsted holds a value back. */
export const isHidden = (cell: string): boolean => cell.toUpperCase() === 'REDACTED';

/** `31/08/2021`, with or without a time → `2021-08-31`; null when it is no day of the calendar. */
export function isoDayOf(cell: string): string | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})(?: \d{2}:\d{2})?$/.exec(cell) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  const iso = `${year}-${month}-${day}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}
