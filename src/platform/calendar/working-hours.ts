import type { OpeningHours } from '../settings/opening-hours.ts';
import { addDays, isoWeekday, londonTime } from './london-time.ts';
import { isWorkingDay, type ClosedDays } from './working-days.ts';

const minuteMilliseconds = 60_000;

/**
 * Hours between two moments in which somebody is at work: within the opening hours of days that are
 * neither weekends nor closed; 0 when `to` is not after `from`. In London's time, to the minute.
 */
export function workingHoursBetween(
  from: Date,
  to: Date,
  closed: ClosedDays,
  hours: OpeningHours,
): number {
  if (to <= from) return 0;
  const [start, end] = [londonMinute(from), londonMinute(to)];
  let minutes = 0;
  for (let day = start.day; day <= end.day; day = addDays(day, 1)) {
    if (!isWorkingDay(day, closed) || !isOpenOn(day, hours)) continue;
    const first = day === start.day ? start.minute : 0;
    const last = day === end.day ? end.minute : minutesOf('24:00');
    minutes += Math.max(
      0,
      Math.min(last, minutesOf(hours.closes)) - Math.max(first, minutesOf(hours.opens)),
    );
  }
  return minutes / 60;
}

const isOpenOn = (day: string, { from, to }: OpeningHours): boolean => {
  const weekday = isoWeekday(day);
  return from <= to ? weekday >= from && weekday <= to : weekday >= from || weekday <= to;
};

function londonMinute(at: Date): { readonly day: string; readonly minute: number } {
  const { day, hour } = londonTime(at);
  // London is whole hours from UTC, so that the minutes are the same.
  const past = Math.floor(at.getTime() / minuteMilliseconds) % 60;
  return { day, minute: hour * 60 + past };
}

function minutesOf(clockTime: string): number {
  const [hours = 0, minutes = 0] = clockTime.split(':').map(Number);
  return hours * 60 + minutes;
}
