import type { AgeBand, Registration, RegistrationStep } from '#directory/registration.ts';
import {
  carePeriodOf,
  feedRegisters,
  feedStatuses,
  feedTypes,
  kindByPeriods,
} from './feed-codes.ts';
import { childOf, itemsOf, textAt, valueAt } from './feed-element.ts';
import { feedInspections } from './feed-inspections.ts';
import { feedPlace, type AreaOf } from './feed-place.ts';
import { kindOf, reportUrlOf, type Kind } from './ofsted-kind.ts';
import { providerIdOf } from './ofsted-row.ts';
import type { Element } from './read-xml.ts';
import { noContacts, nowhere, type Said, type SaidRegisters } from './said.ts';

export type ReadRegistration =
  | { readonly ok: true; readonly said: Said }
  /** A registered person or an agency, which is no place. */
  | { readonly ok: true; readonly aside: string }
  | { readonly ok: false; readonly id: string | null; readonly reason: string };

/** Of the whole feed: whose it is, and the ISO day it speaks for. */
export type FeedFacts = { readonly authority: string; readonly asAt: string };

const asides: Readonly<Record<string, string>> = {
  RPP: 'registered persons, who are no place',
  CA: 'childminder agencies',
};

/**
 * Reads one registration of the feed. One that Ofsted marks for special considerations (a refuge, a
 * military base, anonymity), or whose provider withheld consent, keeps nothing by which anybody could
 * find it. The feed never gives a home's street.
 */
export function readRegistration(
  element: Element,
  feed: FeedFacts,
  areaOf: AreaOf,
): ReadRegistration {
  const urn = textAt(element, 'ReferenceNumber');
  const id = providerIdOf(urn);
  const refused = (reason: string): ReadRegistration => ({ ok: false, id, reason });
  const code = textAt(element, 'ProvisionType');
  const aside = asides[code];
  if (aside !== undefined) return { ok: true, aside };
  if (id === null) return refused(`"${urn}" is not a URN`);
  const type = feedTypes[code];
  const kind = type === undefined ? null : kindOf(type, '');
  if (type === undefined || kind === null) return refused(`the type "${code}" is not known`);
  const status = textAt(element, 'RegistrationStatus');
  const standing = feedStatuses[status];
  if (standing === undefined) return refused(`the status "${status}" is not known`);
  const about = { id, urn, type, authority: feed.authority, isOut: standing.isOut };
  const identity = { ...about, kind: kindIn(element, kind), premises: kind.premises };
  if (isHidden(element)) return { ok: true, said: { ...identity, ...hidden } };
  const said = {
    ...identity,
    ...{ withheld: standing.withheld, steps: stepsOf(element, feed.asAt) },
    ...feedPlace(element, identity, areaOf),
    ...registeredFacts(element, code, reportUrlOf(kind, urn), feed.asAt),
  };
  return { ok: true, said };
}

const isHidden = (element: Element): boolean =>
  textAt(element, 'SpecialConsiderations') !== '' ||
  /^y/i.test(textAt(element, 'Provider', 'ProviderConsentWithheld'));

const hidden = {
  ...{ withheld: true, person: null, name: null, homeName: null },
  ...{ address: nowhere, contacts: noContacts, conditions: [], steps: [] },
};

const periodsIn = (element: Element): readonly string[] | undefined =>
  itemsOf(element, 'ChildcarePeriodList', 'ChildcarePeriod')?.map(({ text }) => text);

const kindIn = (element: Element, { kind, premises }: Kind): Said['kind'] =>
  premises === 'non-domestic' ? kindByPeriods(periodsIn(element) ?? []) : kind;

const registeredFacts = (element: Element, code: string, reportUrl: string, asAt: string) => ({
  registeredOn: valueAt(element, 'RegistrationDate'),
  registers: registersOf(element, asAt),
  caresIn: caresIn([code, textAt(element, 'SecondaryProvisionType')]),
  carePeriods: periodsIn(element)?.map(carePeriodOf),
  conditions: conditionsOf(element),
  ageBands: itemsOf(element, 'ChildcareAgeList', 'ChildcareAge')?.flatMap(ageBandOf),
  inspections: feedInspections(element, reportUrl),
});

const places: Readonly<Record<string, Registration['caresIn'][number]>> = {
  CMR: 'own-home',
  HCR: 'child-home',
  CCD: 'other-domestic',
  CCN: 'non-domestic',
};

/** Where a childminder or home childcarer works; not said of premises with a staff. */
function caresIn([first = '', second = '']: readonly string[]): Said['caresIn'] {
  if (first !== 'CMR' && first !== 'HCR') return undefined;
  return [places[first], places[second]].filter((place) => place !== undefined);
}

/** Those on which the registration stands on the feed's day, as the public list writes them. */
function registersOf(element: Element, asAt: string): SaidRegisters | undefined {
  const entries = itemsOf(element, 'ChildServicesRegisterList', 'ChildServicesRegister');
  if (entries === undefined) return undefined;
  const on = (code: string) =>
    entries.some(
      (entry) =>
        textAt(entry, 'Register') === code &&
        textAt(entry, 'Status') === 'REGD' &&
        (valueAt(entry, 'EndDate') ?? asAt) >= asAt,
    );
  const codes = ['EYR', 'CCR', 'VCR'].filter(on);
  const several = codes.length === 3 ? 'ALL' : codes.join('-');
  return {
    registers: codes.length === 1 ? `${several} only` : several || null,
    onEarlyYearsRegister: on('EYR'),
    onCompulsoryRegister: on('CCR'),
    onVoluntaryRegister: on('VCR'),
  };
}

function conditionsOf(element: Element): readonly string[] | undefined {
  const certificate = childOf(element, 'RegistrationCertificate');
  if (certificate === undefined) return undefined;
  const conditions = itemsOf(certificate, 'CertificateConditionList', 'CertificateCondition') ?? [];
  return conditions.flatMap((one) => valueAt(one, 'Condition') ?? []);
}

/** Years to months: "0 to 5" ends with the month before the fifth birthday. */
function ageBandOf(element: Element): readonly AgeBand[] {
  const [from, to, most] = ['AgeFrom', 'AgeTo', 'MaximumNumber'].map((name) =>
    Number.parseInt(textAt(element, name), 10),
  );
  if (from === undefined || to === undefined || !(from >= 0 && to >= from)) return [];
  const last = to === from ? to * 12 + 11 : to * 12 - 1;
  const code = textAt(element, 'Register');
  const register = Object.entries(feedRegisters).find(([known]) => known === code)?.[1] ?? null;
  return [{ ages: { from: from * 12, to: last }, most: most && most > 0 ? most : null, register }];
}

/** Steps out of or against the register: the present status, and notices that still stand. */
function stepsOf(element: Element, asAt: string): readonly RegistrationStep[] {
  const status = textAt(element, 'RegistrationStatus');
  const changes = itemsOf(element, 'RegistrationStatusHistoryList', 'RegistrationStatusHistory');
  const days = (changes ?? [])
    .filter((change) => textAt(change, 'RegistrationStatus') === status)
    .map((change) => textAt(change, 'ChangeDate'))
    .sort();
  const step = feedStatuses[status]?.step ?? null;
  const takenOn = days.at(-1) ?? valueAt(element, 'LastChangeDate') ?? asAt;
  const notices = (itemsOf(element, 'NoticeHistoryList', 'NoticeHistory') ?? []).flatMap(noticeOf);
  return step === null ? notices : [{ step, takenOn }, ...notices];
}

function noticeOf(notice: Element): readonly RegistrationStep[] {
  const words = ['Type', 'SubType', 'Status'].map((name) => textAt(notice, name)).join(' ');
  const takenOn = valueAt(notice, 'NOIDate') ?? valueAt(notice, 'NODDate');
  const stands = /cancel/i.test(words) && !/withdrawn|lapsed|overturned|upheld appeal/i.test(words);
  return stands && takenOn !== null ? [{ step: 'notice-to-cancel', takenOn }] : [];
}
