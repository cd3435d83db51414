import type { AgeRange } from './ages.ts';

export const registerNames = ['earlyYears', 'compulsory', 'voluntary'] as const;

/** What the register says of childcare: SI 2007/3490, schedule 1. */
export type Registration = {
  readonly urn: string;
  readonly registeredWith: 'ofsted' | 'agency';
  readonly agencyName: string | null;
  readonly ofstedType: string;
  readonly ofstedSubtype: string | null;
  readonly registeredOn: string | null;
  readonly registers: Registers;
  /** Null when not said. */
  readonly places: number | null;
  readonly caresIn: readonly ('own-home' | 'child-home' | 'other-domestic' | 'non-domestic')[];
  readonly carePeriods: readonly string[];
  readonly conditions: readonly string[];
  readonly ageBands: readonly AgeBand[];
  /** Newest first. */
  readonly steps: readonly RegistrationStep[];
};

export type Registers = Readonly<Record<(typeof registerNames)[number], boolean>>;

export type AgeBand = {
  readonly ages: AgeRange;
  readonly most: number | null;
  readonly register: 'early-years' | 'compulsory' | 'voluntary' | null;
};

/** A step against or out of the register: schedule 1, paragraph 1(o). */
export type RegistrationStep = {
  readonly step: 'notice-to-cancel' | 'cancelled' | 'suspended' | 'removed-at-own-request';
  readonly takenOn: string;
};
