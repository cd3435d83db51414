import type { AgeRange } from './ages.ts';
import type { InclusionRecord } from './inclusion.ts';
import type { Inspection } from './inspection.ts';
import type { Registration } from './registration.ts';
import type { Audience, FundedScheme, Outcome, ServiceKind } from './taxonomy.ts';

/** Where it happens: its own premises, the carer's home, or the child's home. */
export const premisesKinds = ['non-domestic', 'domestic', 'home'] as const;
export type Premises = (typeof premisesKinds)[number];

/** Degrees WGS84. `area` is rounded to about 1 km: say "about". */
export type PlacePoint = {
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: 'postcode' | 'area';
};

export type Address = {
  readonly lines: readonly string[];
  readonly town: string | null;
  readonly postcode: string | null;
};

/**
 * A service at a place, as the public may see it: whatever may not be published is already null.
 * For childcare that is one registration; a family hub is a place with many of these.
 */
export type Provider = Facts & Offer & Standing;

type Facts = {
  readonly id: string;
  readonly serviceId: string;
  readonly locationId: string;
  readonly kind: ServiceKind;
  readonly alsoKinds: readonly ServiceKind[];
  readonly name: string | null;
  /** Who answers for it; null when not said, or a person who may not be named. */
  readonly organisation: Organisation | null;
  readonly premises: Premises;
  /** By phone or online: no place to go to. */
  readonly isVirtual: boolean;
  /** Of the building it is in, such as a hub's. */
  readonly locationName: string | null;
  /** Null for a home without consent; `outwardPostcode` or `areaName` then says roughly where. */
  readonly address: Address | null;
  readonly outwardPostcode: string | null;
  readonly areaName: string | null;
  readonly point: PlacePoint | null;
  readonly ward: { readonly code: string; readonly name: string } | null;
  readonly authority: string;
  readonly directions: string | null;
  /** Null for what is not registered childcare. */
  readonly registration: Registration | null;
  /** Newest first. */
  readonly inspections: readonly Inspection[];
};

/** What it gives families; null or empty is not said. */
type Offer = {
  readonly description: string | null;
  readonly eligibility: string | null;
  readonly howToAccess: string | null;
  readonly forDisabledChildren: string | null;
  readonly ages: AgeRange | null;
  readonly isFree: boolean | null;
  readonly freeEarlyYears: boolean | null;
  /** Pence. */
  readonly deposit: number | null;
  readonly extras: string | null;
  readonly meals: string | null;
  readonly ratio: string | null;
  readonly waitingList: 'open' | 'closed' | 'none' | null;
  readonly contacts: readonly Contact[];
  /** The first of each kind of contact. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  /** By weekday, then opening time. */
  readonly schedule: readonly OpeningTime[];
  /** Cheapest first. */
  readonly costs: readonly CostOption[];
  readonly vacancies: readonly Vacancy[];
  readonly funded: readonly FundedPlace[];
  /** Language codes. */
  readonly languages: readonly string[];
  readonly schoolRuns: readonly { readonly school: string; readonly name: string }[];
  readonly photos: readonly { readonly path: string; readonly alt: string }[];
  readonly outcomes: readonly Outcome[];
  readonly audiences: readonly Audience[];
  /** What was answered; an attribute that is missing was never answered. */
  readonly inclusion: ReadonlyMap<string, InclusionRecord>;
};

type Standing = {
  readonly source: string;
  /** The ISO day the source speaks for. */
  readonly asAt: string;
  /** The ISO day the provider or the council last said that all is right. */
  readonly confirmedOn: string | null;
  /** Made up for the sample area. */
  readonly isSample: boolean;
  /** Groups of facts that somebody else answers for. */
  readonly fieldSources: readonly FieldSource[];
};

export type Organisation = {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly website: string | null;
};

export const contactKinds = ['phone', 'email', 'website', 'fax', 'social'] as const;
export type Contact = {
  readonly kind: (typeof contactKinds)[number];
  readonly value: string;
  readonly label: string | null;
};

export type Term = 'term-time' | 'holidays' | 'all-year' | 'not-said';

/** `day` is 1 Monday to 7 Sunday; times are London's, `HH:MM`. */
export type OpeningTime = {
  readonly day: number;
  readonly opens: string;
  readonly closes: string;
  readonly term: Term;
  readonly session: string | null;
  /** Funded hours may be used then. */
  readonly isFunded: boolean;
};

export type CostUnit = 'hour' | 'session' | 'day' | 'week' | 'month' | 'visit';
export type CostOption = {
  readonly unit: CostUnit;
  readonly pence: number;
  /** How many hours that buys. */
  readonly hours: number | null;
  readonly label: string | null;
  readonly includes: string | null;
  readonly ages: AgeRange | null;
};

/** Free places; `day` null means any day, `freeFrom` null means now. */
export type Vacancy = {
  readonly ages: AgeRange;
  readonly day: number | null;
  readonly places: number;
  readonly freeFrom: string | null;
  readonly asAt: string;
};

export type FundedPlace = {
  readonly scheme: FundedScheme;
  readonly hoursAWeek: number | null;
  readonly isStretched: boolean | null;
  readonly note: string | null;
};

export type FieldSource = {
  readonly fieldGroup: string;
  readonly source: string;
  readonly asAt: string;
  readonly consent: 'given' | 'withdrawn' | null;
};

/** What an hour costs at the cheapest, in whole pence; null when no price says its hours. */
export function pencePerHour(costs: readonly CostOption[]): number | null {
  const hourly = costs.flatMap(({ unit, pence, hours }) => {
    const bought = unit === 'hour' ? 1 : hours;
    return bought === null || bought <= 0 ? [] : [Math.round(pence / bought)];
  });
  return hourly.length === 0 ? null : Math.min(...hourly);
}
