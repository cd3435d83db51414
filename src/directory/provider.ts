import type { InclusionRecord } from './inclusion.ts';

/** What families call each sort of childcare, from the most asked for. */
export const providerKinds = [
  'nursery',
  'preschool',
  'childminder',
  'out-of-school',
  'home-childcarer',
  'domestic-childcare',
  'other-childcare',
] as const;
export type ProviderKind = (typeof providerKinds)[number];

/** Where the care happens: its own premises, the carer's home, or the child's home. */
export type Premises = 'non-domestic' | 'domestic' | 'home';

/** Degrees WGS84. `outcode` is the middle of a whole postcode district: say "about". */
export type PlacePoint = {
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: 'postcode' | 'outcode';
};

export type Address = {
  readonly lines: readonly string[];
  readonly town: string | null;
  readonly postcode: string | null;
};

/** Months, both ends included. */
export type AgeRange = { readonly from: number; readonly to: number };

/** A provider as the public may see it: whatever may not be published is already null. */
export type Provider = {
  readonly id: string;
  readonly urn: string;
  readonly kind: ProviderKind;
  readonly ofstedType: string;
  readonly ofstedSubtype: string | null;
  readonly premises: Premises;
  readonly name: string | null;
  /** Null for every home; `outwardPostcode` or `areaName` then says roughly where. */
  readonly address: Address | null;
  readonly outwardPostcode: string | null;
  readonly areaName: string | null;
  readonly point: PlacePoint | null;
  readonly ward: { readonly code: string; readonly name: string } | null;
  readonly authority: string;
  readonly registeredOn: string | null;
  readonly registers: Registers;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly description: string | null;
  /** Null when not said. */
  readonly places: number | null;
  readonly ages: AgeRange | null;
  /** Newest first. */
  readonly inspections: readonly Inspection[];
  /** By weekday, then opening time. */
  readonly schedule: readonly OpeningTime[];
  readonly costs: readonly CostOption[];
  readonly vacancies: readonly Vacancy[];
  /** What was answered; an attribute that is missing was never answered. */
  readonly inclusion: ReadonlyMap<string, InclusionRecord>;
  readonly source: string;
  /** The ISO day the source speaks for. */
  readonly asAt: string;
  readonly isSample: boolean;
};

export type Registers = {
  readonly earlyYears: boolean;
  readonly compulsory: boolean;
  readonly voluntary: boolean;
};

/** Grades run from 1 (outstanding) to 4 (inadequate); met / not met is another scale. */
export type Inspection = {
  readonly framework: 'early-years' | 'no-children-on-roll' | 'childcare-register';
  readonly number: string | null;
  readonly inspectedOn: string;
  readonly overallGrade: number | null;
  readonly educationGrade: number | null;
  readonly behaviourGrade: number | null;
  readonly developmentGrade: number | null;
  readonly leadershipGrade: number | null;
  readonly safeguardingEffective: boolean | null;
  /** As published: `Met`, `Not Met (with actions)`… */
  readonly compliance: string | null;
  readonly compulsoryRegisterCompliance: string | null;
  readonly voluntaryRegisterCompliance: string | null;
  readonly reportUrl: string | null;
};

/** `day` is 1 Monday to 7 Sunday; times are London's, `HH:MM`. */
export type OpeningTime = {
  readonly day: number;
  readonly opens: string;
  readonly closes: string;
  readonly term: 'term-time' | 'all-year' | 'not-said';
};

export type CostUnit = 'hour' | 'session' | 'day' | 'week';
export type CostOption = {
  readonly unit: CostUnit;
  readonly pence: number;
  readonly label: string | null;
  readonly ages: AgeRange | null;
};

/** Free places; `day` null means any day. */
export type Vacancy = {
  readonly ages: AgeRange;
  readonly day: number | null;
  readonly places: number;
  readonly asAt: string;
};

/** The newest inspection of any framework, or null when there has been none. */
export const latestInspection = (provider: Provider): Inspection | null =>
  provider.inspections[0] ?? null;

/** Whether a child of this age in months is taken; null when the provider has not said. */
export const takesAge = (ages: AgeRange | null, months: number): boolean | null =>
  ages === null ? null : months >= ages.from && months <= ages.to;
