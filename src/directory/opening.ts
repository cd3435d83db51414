import type { SearchSpan } from '#platform/search/search-engine.ts';
import type { OpeningTime } from './provider.ts';

/** `07:30` → 450. */
export const minutesOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * When a place is open, in minutes of each weekday. Sessions that meet or overlap on a day of the
 * same term are one, so that a morning and an afternoon cover a whole day.
 */
export function openSpans(schedule: readonly OpeningTime[]): readonly SearchSpan[] {
  const byDay = Map.groupBy(schedule, ({ day, term }) => `${day} ${term}`);
  return [...byDay.values()].flatMap(joined);
}

function joined(times: readonly OpeningTime[]): readonly SearchSpan[] {
  const spans: { at: number; from: number; to: number }[] = [];
  const sorted = times
    .map(({ day, opens, closes }) => ({ at: day, from: minutesOf(opens), to: minutesOf(closes) }))
    .sort((a, b) => a.from - b.from);
  for (const span of sorted) {
    const last = spans.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else spans.push(span);
  }
  return spans;
}
