import type { OpeningTime } from '#directory/provider.ts';
import { dayParts, partHours, weekdays, type Slot } from '#brokerage/week.ts';
import type { Fit } from './match.ts';

/** How many of the hours wanted in a week fall within a provider's opening times. */
export function hoursCovered(
  schedule: readonly OpeningTime[],
  slots: readonly Slot[],
): { readonly fit: Fit; readonly covered: number; readonly wanted: number } {
  const pieces = slots.map(pieceOf);
  const wanted = hours(pieces.map(({ from, to }) => to - from));
  if (schedule.length === 0 || slots.length === 0) return { fit: 'unknown', covered: 0, wanted };
  const covered = hours(pieces.map((piece) => longestOverlap(schedule, piece)));
  return { fit: covered === wanted ? 'met' : 'unmet', covered, wanted };
}

type Piece = { readonly day: number; readonly from: number; readonly to: number };

function pieceOf(slot: Slot): Piece {
  const day = weekdays.findIndex((name) => slot.startsWith(name)) + 1;
  const part = dayParts.find((name) => slot.endsWith(name)) ?? 'morning';
  return { day, ...partHours[part] };
}

const minutes = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};

const longestOverlap = (schedule: readonly OpeningTime[], { day, from, to }: Piece): number =>
  Math.max(
    0,
    ...schedule
      .filter((open) => open.day === day)
      .map((open) => Math.min(to, minutes(open.closes)) - Math.max(from, minutes(open.opens))),
  );

const hours = (pieces: readonly number[]): number =>
  Math.round((pieces.reduce((sum, piece) => sum + piece, 0) / 60) * 10) / 10;
