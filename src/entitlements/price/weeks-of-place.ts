import { neededFigure, type Reference } from '../figures.ts';
import type { Assumption } from './assumptions.ts';
import {
  lengthOf,
  minutesOf,
  weeksAYear,
  type CareDay,
  type PlaceOffer,
  type WeekOfCare,
} from './place-offer.ts';

/** Weeks of care in a year, in term and in holidays. */
export type WeeksOfPlace = {
  readonly term: number;
  readonly holiday: number;
  readonly assumptions: readonly Assumption[];
};

/** How many weeks a family uses a place that it wants for 38 weeks or all year. */
export function weeksOfPlace(
  { spread }: WeekOfCare,
  { openings, weeksOpen }: PlaceOffer,
  today: string,
  reference: Reference,
): WeeksOfPlace {
  const term = neededFigure(reference, 'universal.weeksPerYear', today);
  if (spread === 'term-time') return { term, holiday: 0, assumptions: [] };
  if (openings.length > 0 && openings.every((opening) => opening.term === 'term-time')) {
    return { term, holiday: 0, assumptions: ['closedInHolidays'] };
  }
  const open = Math.min(weeksOpen ?? weeksAYear, weeksAYear);
  return {
    term: Math.min(term, open),
    holiday: Math.max(0, open - term),
    assumptions: weeksOpen === null ? ['openAllWeeks'] : [],
  };
}

/** Minutes of a week of care that fall into opening times; of funded times alone when asked. */
export function minutesWithin(
  days: readonly CareDay[],
  { openings }: Pick<PlaceOffer, 'openings'>,
  fundedOnly = false,
): number {
  const counted = fundedOnly ? openings.filter(({ isFunded }) => isFunded) : openings;
  const open = counted.filter(({ term }) => term !== 'holidays');
  if (open.length === 0) return days.reduce((sum, day) => sum + lengthOf(day), 0);
  return days.reduce((sum, day) => sum + overlap(day, open), 0);
}

/** Minutes of one day within opening times, which may overlap each other. */
function overlap({ day, from, to }: CareDay, openings: PlaceOffer['openings']): number {
  const spans = openings
    .filter((opening) => opening.day === day)
    .map(({ opens, closes }) => [
      Math.max(minutesOf(from), minutesOf(opens)),
      Math.min(minutesOf(to), minutesOf(closes)),
    ])
    .sort(([one = 0], [other = 0]) => one - other);
  let reached = 0;
  let minutes = 0;
  for (const [start = 0, end = 0] of spans) {
    minutes += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return minutes;
}
