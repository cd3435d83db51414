import type { Said } from '#entitlements/price/said-help.ts';
import type { FindQuery } from '../find-query.ts';
import { ageAsked } from '../find-search.ts';
import type { PriceWanted } from './price.form.ts';

export type NetAsked = Omit<PriceWanted, 'share'>;
type Asked = Pick<
  FindQuery,
  'age' | 'dob' | 'due' | 'start' | 'day' | 'from' | 'until' | 'term' | 'funded'
>;

/**
 * The week of care that a search describes, for a child whose funded hours are those asked for; null
 * unless it says the child's age, the days and both times. `today` is London's day.
 */
export function netAsked(query: Asked, today: string): NetAsked | null {
  const { day, from, until, term, start } = query;
  const months = ageAsked(query, today);
  if (months === null || day.length === 0 || from === '' || until === '') return null;
  const spread = term.some((one) => one !== 'term-time') ? 'all-year' : 'term-time';
  return {
    week: { days: day.map((one) => ({ day: Number(one), from, to: until })), spread },
    said: saidOf(query, monthBefore(start > today ? start : today, months)),
    start: start.slice(0, 7),
    childrenInCare: 1,
  };
}

/** What helps with the rest of the bill is never in an address, and so not in the sum. */
const saidOf = ({ dob, due, funded }: Asked, born: string): Said => ({
  born: dob || due || born,
  hours: [
    ...(funded.some((scheme) => scheme.startsWith('working-')) ? (['working'] as const) : []),
    ...(funded.includes('extra-support-2') ? (['extra-support'] as const) : []),
  ],
  help: 'none',
  dla: false,
});

/** The month so many months before a day's. */
function monthBefore(day: string, months: number): string {
  const number = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
