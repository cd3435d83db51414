import type { Outcome } from './case-status.ts';
import { monthsOld, type Family } from './family.ts';
import type { ReasonCode } from './provider-answer.ts';
import { daysOf, hoursOf } from './week.ts';

/** What sufficiency planning may keep of a closed case; nothing in it leads back to a family. */
export type Demand = {
  readonly closedMonth: string;
  readonly wardCode: string | null;
  readonly wardName: string | null;
  readonly ageBand: AgeBand;
  readonly days: readonly string[];
  readonly hoursPerWeek: number | null;
  readonly needGroups: readonly string[];
  /** The kinds of childcare wanted; empty for any. */
  readonly kinds: readonly string[];
  readonly termTime: Family['times']['term'];
  readonly outcome: Outcome;
} & Asking;

/** How many places were asked about a case, and the codes of those that came to nothing. */
export type Asking = { readonly asked: number; readonly refusals: readonly ReasonCode[] };

export const ageBands = ['unborn', '0-1', '2', '3-4', '5-7', '8-11', '12-19'] as const;
export type AgeBand = (typeof ageBands)[number];

/** The band of an age in full months; bands follow the funded entitlements and the school years. */
export function ageBandOf(months: number): AgeBand {
  if (months < 0) return 'unborn';
  const upTo: readonly (readonly [number, AgeBand])[] = [
    [24, '0-1'],
    [36, '2'],
    [60, '3-4'],
    [96, '5-7'],
    [144, '8-11'],
  ];
  return upTo.find(([limit]) => months < limit)?.[1] ?? '12-19';
}

/**
 * The anonymous rows of a case that closes on `today` (London, `YYYY-MM-DD`), one for each child.
 * What was asked is on each, because each child is without those places.
 */
export function demandOf(
  family: Family,
  ward: { readonly code: string; readonly name: string } | null,
  outcome: Outcome,
  today: string,
  { asked, refusals }: Asking,
): readonly Demand[] {
  const { slots, term } = family.times;
  return family.children.map(({ born, groups }) => ({
    closedMonth: today.slice(0, 7),
    wardCode: ward?.code ?? null,
    wardName: ward?.name ?? null,
    ageBand: ageBandOf(monthsOld(born, today)),
    days: daysOf(slots),
    hoursPerWeek: slots.length === 0 ? null : hoursOf(slots),
    needGroups: groups,
    kinds: family.kinds,
    termTime: term,
    asked,
    refusals: refusals.toSorted(),
    outcome,
  }));
}
