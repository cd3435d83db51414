import { parsePostcode } from '#directory/postcode.ts';
import type { Contact } from '#directory/provider.ts';
import { childOf, textAt, valueAt } from './feed-element.ts';
import { isHidden, townOf } from './ofsted-values.ts';
import { phoneNumbersIn } from './phone-numbers.ts';
import { registeredPersonOf } from './registered-person.ts';
import type { Element } from './read-xml.ts';
import {
  homeAddressOf,
  noContacts,
  type RegisteredPerson,
  type Said,
  type SaidAddress,
  type SaidContacts,
} from './said.ts';

export type AreaOf = (postcode: string) => SaidAddress['area'];
type Identity = Pick<Said, 'id' | 'premises' | 'isOut'>;

/** Name, address, contacts and registered person, as far as a kind of place may have them kept. */
export const feedPlace = (element: Element, about: Identity, areaOf: AreaOf) =>
  about.premises === 'non-domestic' ? publicPlace(element, about) : home(element, about, areaOf);

function publicPlace(element: Element, { id }: Identity) {
  const setting = childOf(element, 'Setting');
  const provider = childOf(element, 'Provider');
  const own = childOf(setting, 'SettingAddress') ?? childOf(provider, 'ProviderAddress');
  const address = addressOf(own);
  const theirs = addressOf(childOf(provider, 'ProviderAddress'));
  const isElsewhere = theirs.postcode !== address.postcode;
  const person = personOf(element, id, isElsewhere ? lineOf(theirs) : null);
  const bodysName = person?.isPerson === false ? person.name : null;
  const contacts = contactsOf([
    childOf(setting, 'SettingContact'),
    childOf(provider, 'ProviderContact'),
  ]);
  return {
    ...{ address, person, name: valueAt(setting, 'SettingName') ?? bodysName },
    // Many have none in the feed and a telephone number in the public list, which is left as it is.
    contacts: contacts.list.length === 0 ? undefined : contacts,
  };
}

/**
 * A home is named, and can be called, only where its provider said that this is no secret. Of where it
 * is, a district and a rounded point are kept: the carer's own, never the home of a child.
 */
function home(element: Element, { premises, isOut }: Identity, areaOf: AreaOf) {
  const setting = premises === 'home' ? undefined : childOf(element, 'Setting');
  const provider = childOf(element, 'Provider');
  const postcode =
    valueAt(setting, 'SettingAddress', 'Postcode') ??
    valueAt(provider, 'ProviderAddress', 'Postcode');
  const consents = /^n/i.test(textAt(provider, 'ProviderConsentWithheld')) && !isOut;
  const ownName = valueAt(setting, 'SettingName') ?? valueAt(provider, 'ProviderName');
  const contacts = [childOf(setting, 'SettingContact'), childOf(provider, 'ProviderContact')];
  return {
    ...{ name: null, person: null },
    address: homeAddressOf(postcode, areaOf),
    homeName: consents ? ownName : null,
    contacts: consents ? contactsOf(contacts) : noContacts,
  };
}

function addressOf(element: Element | undefined): SaidAddress {
  const postcode = parsePostcode(textAt(element, 'Postcode'));
  return {
    addressLine1: valueAt(element, 'AddressLine1'),
    addressLine2: valueAt(element, 'AddressLine2'),
    addressLine3: null,
    town: townOf(valueAt(element, 'Town')),
    postcode: postcode?.kind === 'full' ? postcode.display : null,
    outwardPostcode: postcode?.outward ?? null,
    area: null,
  };
}

const lineOf = ({ addressLine1, addressLine2, town, postcode }: SaidAddress): string | null =>
  [addressLine1, addressLine2, town, postcode].filter((line) => line !== null).join(', ') || null;

function personOf(element: Element, id: string, address: string | null): RegisteredPerson | null {
  const name = textAt(element, 'Provider', 'ProviderName');
  if (isHidden(name)) return null;
  const person = registeredPersonOf(id, textAt(element, 'RPReferenceNumber'), name);
  return person && { ...person, address: person.isPerson ? null : address };
}

const phones = ['TelephoneNumber', 'WorkTelephoneNumber', 'MobileNumber'] as const;

/** Those of the setting, and where it has none those of its provider. */
function contactsOf(sources: readonly (Element | undefined)[]): SaidContacts {
  const lists = sources.map((source) => [
    ...phones.flatMap((name) => listed('phone', phoneNumbersIn(textAt(source, name)))),
    ...listed('email', [valueAt(source, 'EmailAddress') ?? '']),
    ...listed('fax', phoneNumbersIn(textAt(source, 'FaxNumber'))),
  ]);
  return { ...noContacts, list: lists.find((list) => list.length > 0) ?? [] };
}

const listed = (kind: Contact['kind'], values: readonly string[]): SaidContacts['list'] =>
  [...new Set(values)].filter((value) => value !== '').map((value) => ({ kind, value }));
