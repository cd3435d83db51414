import { addDays } from '#platform/calendar/london-time.ts';

/** The month `count` months after a `YYYY-MM`, as the same. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const total = year * 12 + number - 1 + count;
  return `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}`;
}

export const firstDayOf = (month: string): string => `${month}-01`;
export const lastDayOf = (month: string): string => addDays(firstDayOf(addMonths(month, 1)), -1);

/** The whole months from one `YYYY-MM` to the month of an ISO day: a child's age that month. */
export function monthsBetween(month: string, day: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const [laterYear = 0, laterNumber = 1] = day.split('-').map(Number);
  return (laterYear - year) * 12 + laterNumber - number;
}

/** The first `MM-DD` on or after an ISO day, as an ISO day. */
export function nextOn(monthDay: string, day: string): string {
  const year = Number(day.slice(0, 4));
  const same = `${day.slice(0, 4)}-${monthDay}`;
  return same >= day ? same : `${year + 1}-${monthDay}`;
}

/** The first `MM-DD` after an ISO day. */
export const nextAfter = (monthDay: string, day: string): string =>
  nextOn(monthDay, addDays(day, 1));

/** The last `MM-DD` on or before an ISO day. */
export function lastOn(monthDay: string, day: string): string {
  const year = Number(day.slice(0, 4));
  const same = `${day.slice(0, 4)}-${monthDay}`;
  return same <= day ? same : `${year - 1}-${monthDay}`;
}

export const laterOf = (...days: readonly string[]): string =>
  days.reduce((late, day) => (day > late ? day : late));
export const earlierOf = (...days: readonly string[]): string =>
  days.reduce((early, day) => (day < early ? day : early));
