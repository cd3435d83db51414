import type { Entitlement } from './entitlement.ts';
import { neededFigure, type Reference } from './figures.ts';
import { fundedHourSchemes } from './schemes.ts';
import { addMonths, earlierOf, lastDayOf } from './months.ts';

export const momentKinds = ['opens', 'deadline', 'starts', 'ends'] as const;

/** A day in a family's calendar. */
export type Moment = {
  readonly on: string;
  readonly kind: (typeof momentKinds)[number];
  readonly entitlement: Entitlement;
};

/**
 * What there is to put into a calendar, from a London day on, first things first: when to ask, what
 * begins later, and when funded hours end.
 */
export const momentsOf = (timeline: readonly Entitlement[], today: string): readonly Moment[] =>
  timeline
    .filter(({ verdict }) => verdict !== 'no')
    .flatMap((entitlement) =>
      momentKinds.flatMap((kind) => {
        const on = dayOf(entitlement, kind, today);
        return on !== null && on >= today ? [{ on, kind, entitlement }] : [];
      }),
    )
    .sort(
      (one, other) =>
        one.on.localeCompare(other.on) ||
        momentKinds.indexOf(one.kind) - momentKinds.indexOf(other.kind),
    );

function dayOf(
  { apply, from, until, scheme }: Entitlement,
  kind: Moment['kind'],
  today: string,
): string | null {
  switch (kind) {
    case 'opens':
      return apply?.from ?? null;
    case 'deadline':
      return apply?.by ?? null;
    case 'starts':
      return from !== null && from > today ? from : null;
    case 'ends':
      return fundedHourSchemes.some((hours) => hours === scheme) ? until : null;
  }
}

/** The days by which to confirm again, every three months after a code was given (reg 25). */
export function reconfirmDays(
  codeGivenOn: string,
  until: string,
  today: string,
  reference: Reference,
): readonly string[] {
  const every = neededFigure(reference, 'working-parents.reconfirmMonths', today);
  const days: string[] = [];
  for (let count = 1; ; count += 1) {
    const day = monthsAfter(codeGivenOn, count * every);
    if (day > until) return days;
    days.push(day);
  }
}

/** The same day some months later, or the month's last. */
function monthsAfter(day: string, count: number): string {
  const month = addMonths(day.slice(0, 7), count);
  return earlierOf(`${month}-${day.slice(8)}`, lastDayOf(month));
}
