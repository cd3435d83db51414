import { parsePostcode } from '#directory/postcode.ts';
import { findHeader, type Header } from './find-header.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';
import { ofstedColumns } from './ofsted-layout.ts';
import { providerIdOf } from './ofsted-row.ts';
import { townOf, valueOf } from './ofsted-values.ts';

const { urn, type, name, addressLine1, addressLine2, addressLine3 } = ofstedColumns;
const { town, postcode, authority, status, places, fullDate, cardDate } = ofstedColumns;
const columns = {
  ...{ urn, type, name, addressLine1, addressLine2, addressLine3, town, postcode, authority },
  ...{ status, places, fullDate, cardDate },
} as const;
export type ConsentField = keyof typeof columns;
export type ConsentHeader = Header<ConsentField>;

const needed = ['urn', 'name', 'addressLine1', 'postcode'] as const;
/** What management information has, where homes are hidden, and the consented addresses have not. */
const foreign = ['status', 'places', 'fullDate', 'cardDate'] as const;

/** Columns by which the sheet of a spreadsheet is found. */
export const consentKeyColumns = urn;

/** Finds the header of the consented addresses; another of Ofsted's files is refused by name. */
export function findConsentHeader(
  rows: readonly (readonly string[])[],
): ImportOutcome<ConsentHeader> {
  const found = findHeader<ConsentField>(rows, columns, 'urn', needed);
  if (!found.ok) return found;
  const looksLike = 'management information about all providers';
  return foreign.some(found.value.has)
    ? refuse({ code: 'other-kind', looksLike, use: 'ofsted' })
    : taken(found.value);
}

/** What a childminder or another home agreed to have published. */
export type Consent = {
  readonly id: string;
  readonly name: string | null;
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly addressLine3: string | null;
  readonly town: string | null;
  readonly postcode: string;
  /** The postcode as the table of postcodes has it: `M333SY`. */
  readonly postcodeKey: string;
};

export type ReadConsent =
  | { readonly ok: true; readonly consent: Consent }
  | { readonly ok: false; readonly reason: string };

/** Reads one row. An address without a postcode that can be read is not taken. */
export function readConsent({ cell }: ConsentHeader, cells: readonly string[]): ReadConsent {
  const text = (field: ConsentField) => valueOf(cell(cells, field));
  const refused = (reason: string): ReadConsent => ({ ok: false, reason });
  const id = providerIdOf(cell(cells, 'urn'));
  if (id === null) return refused(`"${cell(cells, 'urn')}" is not a URN`);
  const found = parsePostcode(text('postcode') ?? '');
  if (found?.kind !== 'full') return refused('its postcode cannot be read');
  if (text('addressLine1') === null) return refused('it has no address');
  const lines = {
    addressLine1: text('addressLine1'),
    addressLine2: text('addressLine2'),
    addressLine3: text('addressLine3'),
    town: townOf(text('town')),
  };
  const at = { postcode: found.display, postcodeKey: found.key };
  return { ok: true, consent: { id, name: text('name'), ...lines, ...at } };
}
