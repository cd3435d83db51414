import type { Establishment } from './school-row.ts';
import { nothingOffered, type RecordService, type ServiceRecord } from './service-record.ts';

type From = Pick<ServiceRecord, 'source' | 'asAt' | 'isSample'>;

/**
 * What families find of an establishment: a school and its nursery are two services in one place, so
 * that each is found for its own ages.
 */
export function recordsOf(one: Establishment, from: From): readonly ServiceRecord[] {
  const id = `${one.kind === 'childrens-centre' ? 'centre' : 'school'}-${one.urn}`;
  const record = (suffix: string, service: Partial<RecordService>): ServiceRecord => ({
    id: `${id}${suffix}`,
    ...from,
    confirmedOn: null,
    organisation: organisationOf(one, id),
    service: { ...unsaid, ...servedBy(one), id: `${id}${suffix}`, name: one.name, ...service },
    location: locationOf(one, id),
    offer: { ...nothingOffered, contacts: contactsOf(one) },
  });
  if (one.kind === 'childrens-centre') {
    return [record('', { kind: 'childrens-centre', agesFromMonths: 0, agesToMonths: 71 })];
  }
  const nursery = record('-nursery', {
    kind: 'school-nursery',
    name: one.kind === 'nursery-school' ? one.name : `${one.name} nursery`,
    ...monthsOf(one.ages && { from: one.ages.from, to: Math.min(one.ages.to, lastNurseryAge) }),
  });
  const school = record('', {
    kind: 'school',
    ...monthsOf(one.ages && { ...one.ages, from: startOf(one.ages.from, one.hasNursery) }),
  });
  if (one.kind === 'nursery-school') return [nursery];
  return one.hasNursery ? [school, nursery] : [school];
}

/** Reception begins in the September after the fourth birthday. */
const receptionAge = 4;
const lastNurseryAge = 4;
const startOf = (from: number, hasNursery: boolean): number =>
  hasNursery ? Math.max(from, receptionAge) : from;

/** Whole years as months: "to 11" is up to the day before the twelfth birthday. */
const monthsOf = (years: Establishment['ages']) => ({
  agesFromMonths: years === null ? null : years.from * 12,
  agesToMonths: years === null ? null : years.to * 12 + 11,
});

const unsaid: Omit<RecordService, 'id' | 'name'> = {
  kind: 'school',
  ...{ alsoKinds: [], outcomes: [], audiences: [] },
  ...{ description: null, eligibility: null, howToAccess: null, forDisabledChildren: null },
  ...{ agesFromMonths: null, agesToMonths: null, isFree: null, freeEarlyYears: null },
  ...{ deposit: null, extras: null, meals: null, ratio: null, waitingList: null },
};

const servedBy = ({ forSpecialNeeds }: Establishment): Partial<RecordService> => {
  if (forSpecialNeeds === null) return {};
  return {
    audiences: ['disabled-children'],
    forDisabledChildren:
      forSpecialNeeds === 'school'
        ? 'A special school: for children with special educational needs or disabilities.'
        : 'Has places kept for children with special educational needs or disabilities.',
  };
};

const organisationOf = (one: Establishment, id: string): ServiceRecord['organisation'] =>
  one.kind === 'childrens-centre'
    ? null
    : {
        ...{ id, name: one.name, reference: one.urn, website: one.website },
        ...{ address: null, email: null, phone: null },
      };

function locationOf(one: Establishment, id: string): ServiceRecord['location'] {
  const [addressLine1 = null, addressLine2 = null, addressLine3 = null] = one.addressLines;
  const { name, town, postcode, outwardPostcode, authority } = one;
  return {
    ...{ id, type: 'physical', name, addressLine1, addressLine2, addressLine3 },
    ...{ town, postcode, outwardPostcode, authority, directions: null },
  };
}

const contactsOf = ({ phone, website }: Establishment): ServiceRecord['offer']['contacts'] => [
  ...(phone === null ? [] : [{ kind: 'phone' as const, value: phone, label: null }]),
  ...(website === null ? [] : [{ kind: 'website' as const, value: website, label: null }]),
];
