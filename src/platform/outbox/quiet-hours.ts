import type { QuietHours } from '../settings/quiet-hours.ts';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const day = 24 * 60;
const minuteMs = 60_000;

/** Minutes past midnight on London's clock. */
function londonMinutes(at: Date): number {
  const [hour = 0, minute = 0] = clock.format(at).split(':').map(Number);
  return hour * 60 + minute;
}

/** When texts may go again, to the minute; null when they may go at once. */
export function endOfQuiet(at: Date, quiet: QuietHours | null): Date | null {
  if (quiet === null) return null;
  const now = londonMinutes(at);
  const isQuiet =
    quiet.from < quiet.to
      ? now >= quiet.from && now < quiet.to
      : now >= quiet.from || now < quiet.to;
  if (!isQuiet) return null;
  const startOfMinute = at.getTime() - (at.getTime() % minuteMs);
  const end = new Date(startOfMinute + ((quiet.to - now + day) % day) * minuteMs);
  // In a night when the clocks change, the minutes that pass are not those that the clock shows.
  return new Date(end.getTime() + (quiet.to - londonMinutes(end)) * minuteMs);
}
