const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

type LondonTime = { readonly day: string; readonly hour: number };
const hourMilliseconds = 3_600_000;
let last: { readonly hour: number; readonly time: LondonTime } | undefined;

/** A moment as London's clock shows it: ISO day and hour 0 to 23. */
export function londonTime(at: Date): LondonTime {
  // London is whole hours from UTC, so that all of an hour reads the same.
  const hour = Math.floor(at.getTime() / hourMilliseconds);
  if (last?.hour !== hour) last = { hour, time: readTime(at) };
  return last.time;
}

function readTime(at: Date): LondonTime {
  const found = new Map(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = ['year', 'month', 'day']
    .map((part) => found.get(part as Intl.DateTimeFormatPartTypes))
    .join('-');
  return { day, hour: Number(found.get('hour')) };
}

/** Today in London, as `YYYY-MM-DD`. */
export const londonDay = (at: Date): string => londonTime(at).day;

/** The time on London's clock, as `HH:MM`. */
export function londonClockTime(at: Date): string {
  const minute = Math.floor(at.getTime() / 60_000) % 60;
  return [londonTime(at).hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The ISO day `count` days after (or, when negative, before) another. */
export function addDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
export const isoWeekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
