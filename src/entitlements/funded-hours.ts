import type { Entitlement } from './entitlement.ts';
import { fundedHourSchemes } from './schemes.ts';

/** Whether a line gives something on a London day. */
export const isOn = ({ from, until }: Pick<Entitlement, 'from' | 'until'>, day: string): boolean =>
  from !== null && from <= day && (until === null || day <= until);

/** A child's lines of funded hours, with the verdict yes, that run on a London day. */
export const fundedLinesOn = (
  timeline: readonly Entitlement[],
  child: string,
  day: string,
): readonly Entitlement[] =>
  timeline.filter(
    (line) =>
      line.verdict === 'yes' &&
      line.child === child &&
      isOn(line, day) &&
      fundedHourSchemes.some((scheme) => scheme === line.scheme),
  );

/** Funded hours a week over 38 weeks that a child surely has on a London day. */
export const fundedHoursOn = (
  timeline: readonly Entitlement[],
  child: string,
  day: string,
): number =>
  fundedLinesOn(timeline, child, day).reduce((sum, line) => sum + (line.hoursPerWeek ?? 0), 0);

/** The hours of a year spread over more weeks than the 38 of term: hours a week. */
export const stretchedHours = (hoursPerYear: number, weeks: number): number =>
  weeks <= 0 ? 0 : hoursPerYear / weeks;
