import { addDays, isoWeekday, londonTime } from './london-time.ts';

/** Days on which nobody works besides weekends: England's bank holidays and the council's own. */
export type ClosedDays = ReadonlySet<string>;

/** After this hour in London, what arrives counts as arriving on the next working day. */
const lastHour = 17;

export const isWorkingDay = (day: string, closed: ClosedDays): boolean =>
  isoWeekday(day) <= 5 && !closed.has(day);

/** The `count`th working day after `day`; `day` itself, or the next working day, for 0. */
export function addWorkingDays(day: string, count: number, closed: ClosedDays): string {
  let at = day;
  while (!isWorkingDay(at, closed)) at = addDays(at, 1);
  for (let left = count; left > 0; left -= 1) {
    do at = addDays(at, 1);
    while (!isWorkingDay(at, closed));
  }
  return at;
}

/** The working day on which something that arrives at this moment counts as received. */
export function receivedDay(at: Date, closed: ClosedDays): string {
  const { day, hour } = londonTime(at);
  const late = isWorkingDay(day, closed) && hour >= lastHour;
  return addWorkingDays(day, late ? 1 : 0, closed);
}

/** The day a target of `target` working days ends, counted from a moment. */
export const dueDay = (at: Date, target: number, closed: ClosedDays): string =>
  addWorkingDays(receivedDay(at, closed), target, closed);

/** Working days from one day to another: 0 for the same day, negative when `to` has passed. */
export function workingDaysBetween(from: string, to: string, closed: ClosedDays): number {
  const [start, end, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  let count = 0;
  for (let at = addDays(start, 1); at <= end; at = addDays(at, 1)) {
    if (isWorkingDay(at, closed)) count += 1;
  }
  return count === 0 ? 0 : count * sign;
}
