import { addDays, londonDay } from '#platform/calendar/london-time.ts';

/** Whole months in London, both included, as `YYYY-MM`. */
export type Period = { readonly from: string; readonly to: string };

const isMonth = (text: string | null): text is string =>
  text !== null && /^20\d\d-(?:0[1-9]|1[0-2])$/.test(text);
const longest = 60;

/** The month some months later (or, when negative, earlier). */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const all = year * 12 + number - 1 + count;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}

/**
 * The period that is asked for, at most five years long; the twelve months up to `today`'s (London)
 * where none, or no such period, is.
 */
export function readPeriod(asked: URLSearchParams, today: string): Period {
  const [from, to] = [asked.get('from'), asked.get('to')];
  const usual = { from: addMonths(today.slice(0, 7), -11), to: today.slice(0, 7) };
  if (!isMonth(from) || !isMonth(to) || from > to) return usual;
  return to > addMonths(from, longest - 1) ? usual : { from, to };
}

/** Each month of a period in order. */
export function monthsOf({ from, to }: Period): readonly string[] {
  const months = [from];
  for (let next = addMonths(from, 1); next <= to; next = addMonths(next, 1)) months.push(next);
  return months;
}

/** The moment at which a month begins in London. */
export function startOfMonth(month: string): string {
  const midnight = new Date(`${month}-01T00:00:00.000Z`);
  const earlier = new Date(midnight.getTime() - 3_600_000);
  return (londonDay(earlier) === `${month}-01` ? earlier : midnight).toISOString();
}

/** The two moments between which a period lies; the second is no longer in it. */
export const boundsOf = ({
  from,
  to,
}: Period): { readonly from: string; readonly until: string } => ({
  from: startOfMonth(from),
  until: startOfMonth(addMonths(to, 1)),
});

/** The year from April to March, as in the sufficiency report, in which a month lies. */
export function reportYear(month: string): Period {
  const year = Number(month.slice(0, 4)) - (month.slice(5) < '04' ? 1 : 0);
  return { from: `${year}-04`, to: `${year + 1}-03` };
}

/** The first day since which so many days have passed that `isWithin` says no more of. */
export function firstDayWithin(today: string, isWithin: (day: string) => boolean): string {
  let day = today;
  while (isWithin(addDays(day, -1))) day = addDays(day, -1);
  return day;
}
