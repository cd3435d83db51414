import type { Judgement } from './judgement.ts';
import type { Reason } from './reasons.ts';
import type { SchemeKey } from './schemes.ts';

/** The days between which to ask for something, both included; null where there is no limit. */
export type ApplyBetween = { readonly from: string | null; readonly by: string | null };

/** One line of a family's timeline. Days are London's, `YYYY-MM-DD`, both ends included. */
export type Entitlement = Judgement & {
  readonly scheme: SchemeKey;
  /** `Child.id`; null when it is for the whole family. */
  readonly child: string | null;
  /** Null when the verdict is "no". */
  readonly from: string | null;
  /** Null when the verdict is "no", or when nothing ends it. */
  readonly until: string | null;
  /** Null when there is nothing to ask for, or it has been done. */
  readonly apply: ApplyBetween | null;
  readonly needsForm: boolean;
  /** Funded hours a week over 38 weeks, besides those of the other lines; null for other help. */
  readonly hoursPerWeek: number | null;
  /** False when the rule, or a date in it, still has to be confirmed: the page says so. */
  readonly isConfirmed: boolean;
};

type Window = {
  readonly from: string;
  readonly until: string | null;
  readonly today: string;
};
type Details = Partial<Pick<Entitlement, 'apply' | 'needsForm' | 'hoursPerWeek' | 'isConfirmed'>>;

const unlessSaid = { apply: null, needsForm: true, hoursPerWeek: null, isConfirmed: true } as const;

/** What a judgement comes to in time; over, and so "no", when the window has passed or never opens. */
export function entitlement(
  scheme: SchemeKey,
  child: string | null,
  judgement: Judgement,
  { from, until, today }: Window,
  details: Details = {},
): Entitlement {
  if (judgement.verdict === 'no') return refused(scheme, child, ...judgement.why);
  if (until !== null && (until < today || until < from)) return refused(scheme, child, 'tooOld');
  return { ...unlessSaid, ...judgement, scheme, child, from, until, ...details };
}

export const refused = (
  scheme: SchemeKey,
  child: string | null,
  ...why: readonly Reason[]
): Entitlement => ({
  ...unlessSaid,
  verdict: 'no',
  why,
  decides: [],
  scheme,
  child,
  from: null,
  until: null,
  needsForm: false,
});
