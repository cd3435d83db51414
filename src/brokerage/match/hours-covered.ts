import type { OpeningTime } from '#directory/provider.ts';
import { dayParts, partHours, weekdays, type Slot } from '../week.ts';
import type { Fit } from './match.ts';

type Covered = { readonly fit: Fit; readonly covered: number; readonly wanted: number };

/** How many of the hours wanted in a week fall within a provider's opening times. */
export function hoursCovered(schedule: readonly OpeningTime[], slots: readonly Slot[]): Covered {
  const wanted = hours(slots.map(lengthOf));
  if (schedule.length === 0 || slots.length === 0) return { fit: 'unknown', covered: 0, wanted };
  const week = openWeek(schedule);
  const covered = hours(slots.map((slot) => overlap(week, pieceOf(slot))));
  return { fit: covered === wanted ? 'met' : 'unmet', covered, wanted };
}

/** Whether two places are open for the whole of one part of the week between them. */
export function coverTogether(
  one: readonly OpeningTime[],
  other: readonly OpeningTime[],
  slot: Slot,
): boolean {
  const piece = pieceOf(slot);
  const whole = lengthOf(slot);
  const [alone, second] = [overlap(openWeek(one), piece), overlap(openWeek(other), piece)];
  if (alone === whole || second === whole) return true;
  if (alone + second < whole) return false;
  return overlap(spansOf([...one, ...other]), piece) === whole;
}

type Piece = { readonly day: number; readonly from: number; readonly to: number };
/** Minutes after midnight. */
type Span = { readonly from: number; readonly to: number };
type Week = ReadonlyMap<number, readonly Span[]>;

const pieces: ReadonlyMap<string, Piece> = new Map(
  weekdays.flatMap((name, index) =>
    dayParts.map((part) => [`${name}-${part}`, { day: index + 1, ...partHours[part] }] as const),
  ),
);
const pieceOf = (slot: Slot): Piece => pieces.get(slot) ?? { day: 0, from: 0, to: 0 };

function lengthOf(slot: Slot): number {
  const { from, to } = pieceOf(slot);
  return to - from;
}

/** Many families are held against one schedule, so what it comes to is kept as long as it is. */
const known = new WeakMap<readonly OpeningTime[], Week>();

function openWeek(schedule: readonly OpeningTime[]): Week {
  const kept = known.get(schedule);
  if (kept) return kept;
  const week = spansOf(schedule);
  known.set(schedule, week);
  return week;
}

/** When a place is open, by weekday; opening times that overlap become one. */
function spansOf(schedule: readonly OpeningTime[]): Week {
  const week = new Map<number, Span[]>();
  const times = schedule
    .map(({ day, opens, closes }) => ({ day, from: minutes(opens), to: minutes(closes) }))
    .toSorted((a, b) => a.from - b.from);
  for (const { day, from, to } of times) {
    const spans = week.get(day) ?? [];
    const last = spans.at(-1);
    if (last && from <= last.to) spans[spans.length - 1] = { ...last, to: Math.max(last.to, to) };
    else spans.push({ from, to });
    week.set(day, spans);
  }
  return week;
}

/** Minutes of a piece in which the place is open. */
const overlap = (week: Week, { day, from, to }: Piece): number =>
  (week.get(day) ?? []).reduce(
    (open, span) => open + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)),
    0,
  );

const minutes = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};

const hours = (lengths: readonly number[]): number =>
  Math.round((lengths.reduce((sum, length) => sum + length, 0) / 60) * 10) / 10;
