import { hash } from 'node:crypto';
import { parsePostcode } from '#directory/postcode.ts';
import type { Inspection } from '#directory/inspection.ts';
import type { Contact, Premises } from '#directory/provider.ts';
import type { AgeBand, Registration, RegistrationStep } from '#directory/registration.ts';
import type { ServiceKind } from '#directory/taxonomy.ts';

/** The two of Ofsted's files that speak of registrations: the public list, the council's own feed. */
export type Speaker = 'ofsted' | 'feed';

/**
 * What one file says of one registration, with what may not be published left behind. A group of
 * facts that the file does not speak of is `undefined`, and stays as it is in the directory.
 */
export type Said = Identity & Partial<Groups>;

type Identity = {
  /** Safe in an address: `ey492543`. */
  readonly id: string;
  readonly urn: string;
  readonly type: string;
  readonly kind: ServiceKind;
  readonly premises: Premises;
  readonly authority: string;
  /** Should be public, but the source hides it. */
  readonly withheld: boolean;
  /** No longer on the register. */
  readonly isOut: boolean;
};

type Groups = {
  readonly subtype: string | null | undefined;
  readonly person: RegisteredPerson | null | undefined;
  readonly name: string | null | undefined;
  readonly address: SaidAddress | undefined;
  readonly area: string | null | undefined;
  readonly contacts: SaidContacts | undefined;
  readonly places: number | null | undefined;
  readonly registeredOn: string | null | undefined;
  readonly registers: SaidRegisters | undefined;
  readonly inspections: SaidInspections | undefined;
  readonly caresIn: Registration['caresIn'] | undefined;
  readonly carePeriods: readonly string[] | undefined;
  readonly conditions: readonly string[] | undefined;
  readonly ageBands: readonly AgeBand[] | undefined;
  readonly steps: readonly RegistrationStep[] | undefined;
  /** The name under which a home agreed to be listed; null when it did not. */
  readonly homeName: string | null | undefined;
};
export type Group = keyof Groups;

/** Who is registered: a body, or a person. */
export type RegisteredPerson = {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  readonly isPerson: boolean;
  /** On one line, where the source gives one that is not that of the premises. */
  readonly address: string | null;
};

/** All that the source has of some kinds of contact. */
export type SaidContacts = {
  readonly kinds: readonly Contact['kind'][];
  readonly list: readonly Pick<Contact, 'kind' | 'value'>[];
};

/** Of a home no more than a district, and the point of its postcode rounded to about 1 km. */
export type SaidAddress = {
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly addressLine3: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly outwardPostcode: string | null;
  readonly area: { readonly latitude: number; readonly longitude: number } | null;
};

export type SaidRegisters = {
  /** The combination as the source writes it. */
  readonly registers: string | null;
  readonly onEarlyYearsRegister: boolean;
  readonly onCompulsoryRegister: boolean;
  readonly onVoluntaryRegister: boolean;
};

export type SaidInspections = {
  /** Frameworks of which the file tells the latest, or that there was none. */
  readonly frameworks: readonly Inspection['framework'][];
  readonly list: readonly Inspection[];
};

/** Of every kind of contact that Ofsted's files have, none. */
export const noContacts: SaidContacts = { kinds: ['phone', 'email', 'fax'], list: [] };

export const nowhere: SaidAddress = {
  ...{ addressLine1: null, addressLine2: null, addressLine3: null, town: null },
  ...{ postcode: null, outwardPostcode: null, area: null },
};

/** What is kept of where a home is; undefined when its postcode is not said. */
export function homeAddressOf(
  text: string | null,
  areaOf: (postcode: string) => SaidAddress['area'],
): SaidAddress | undefined {
  const postcode = parsePostcode(text ?? '');
  if (postcode === null) return undefined;
  const area = postcode.kind === 'full' ? areaOf(postcode.key) : null;
  return { ...nowhere, outwardPostcode: postcode.outward, area };
}

/** Raised when what is read from a row changes, so that known files are read again. */
const readingVersion = 1;

/** A short digest of what was said: the same again is no change. */
export const digestOf = (said: Said): string =>
  hash('sha256', JSON.stringify([readingVersion, said]), 'base64url').slice(0, 20);
