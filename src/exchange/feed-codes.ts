import type { RegistrationStep } from '#directory/registration.ts';
import type { ServiceKind } from '#directory/taxonomy.ts';

/** Ofsted's words, in its public list, for the codes of its feed to councils. */
export const feedTypes: Readonly<Record<string, string>> = {
  CMR: 'Childminder',
  CCN: 'Childcare on non-domestic premises',
  CCD: 'Childcare on domestic premises',
  HCR: 'Home childcarer',
};

type Standing = {
  /** Shown to nobody: not yet registered, or exempt. */
  readonly withheld: boolean;
  /** No longer on the register. */
  readonly isOut: boolean;
  readonly step: RegistrationStep['step'] | null;
};
const listed: Standing = { withheld: false, isOut: false, step: null };

export const feedStatuses: Readonly<Record<string, Standing>> = {
  ACTV: listed,
  SUSP: { ...listed, step: 'suspended' },
  PROP: { ...listed, withheld: true },
  EXEM: { ...listed, withheld: true },
  RESG: { ...listed, isOut: true, step: 'removed-at-own-request' },
  CANC: { ...listed, isOut: true, step: 'cancelled' },
  INAC: { ...listed, isOut: true },
  REFU: { ...listed, isOut: true },
};

/** Times of care as registered. */
const periods: Readonly<Record<string, string>> = {
  '2HPD': 'two-hours-a-day',
  '3HPD': 'three-hours-a-day',
  '4HPD': 'four-hours-a-day',
  '45WY': '45-weeks-a-year',
  '5DWK': 'five-days-a-week',
  ALYR: 'all-year',
  OVNT: 'overnight',
  SCHO: 'school-holidays',
  SCTO: 'school-terms',
  WDAL: 'weekdays-all-day',
  WDAM: 'weekday-mornings',
  WDPM: 'weekday-afternoons',
  WDBS: 'before-school',
  WDAS: 'after-school',
  WEND: 'weekends',
};

/** A code that is not known stands as it is. */
export const carePeriodOf = (code: string): string => periods[code] ?? code;

/**
 * What a place on non-domestic premises is, from its registered times, as Ofsted's own subtypes go:
 * all day, less than that, or around school.
 */
export function kindByPeriods(codes: readonly string[]): ServiceKind {
  const has = (...some: readonly string[]) => some.some((code) => codes.includes(code));
  if (has('WDAL', '4HPD')) return 'nursery';
  if (has('WDAM', 'WDPM')) return 'preschool';
  return has('WDBS', 'WDAS', 'SCHO') ? 'out-of-school' : 'other-childcare';
}

export const feedRegisters = {
  EYR: 'early-years',
  CCR: 'compulsory',
  VCR: 'voluntary',
} as const;
