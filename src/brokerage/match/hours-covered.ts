import type { OpeningTime } from '#directory/provider.ts';
import { dayParts, partHours, weekdays, type Slot } from '../week.ts';
import type { Fit } from './match.ts';

/** How many of the hours wanted in a week fall within a provider's opening times. */
export function hoursCovered(
  schedule: readonly OpeningTime[],
  slots: readonly Slot[],
): { readonly fit: Fit; readonly covered: number; readonly wanted: number } {
  const pieces = slots.map(pieceOf);
  const wanted = hours(pieces.map(({ from, to }) => to - from));
  if (schedule.length === 0 || slots.length === 0) return { fit: 'unknown', covered: 0, wanted };
  const covered = hours(pieces.map((piece) => overlap(schedule, piece)));
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

/** Minutes of a piece in which the place is open; opening times that overlap count once. */
function overlap(schedule: readonly OpeningTime[], { day, from, to }: Piece): number {
  let [open, counted] = [0, from];
  for (const { day: on, opens, closes } of schedule.toSorted((a, b) =>
    a.opens < b.opens ? -1 : 1,
  )) {
    const [start, end] = [Math.max(counted, minutes(opens)), Math.min(to, minutes(closes))];
    if (on !== day || end <= start) continue;
    open += end - start;
    counted = end;
  }
  return open;
}

const hours = (pieces: readonly number[]): number =>
  Math.round((pieces.reduce((sum, piece) => sum + piece, 0) / 60) * 10) / 10;
