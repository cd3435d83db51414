import type { CareDay, WeekOfCare } from '#entitlements/price/place-offer.ts';
import type { Family } from '../family.ts';
import { partHours, partsOn, weekdays, type DayPart } from '../week.ts';

/** The week a family wants, by the clock. Who is not sure of the holidays is asked about term time. */
export const careWeek = ({ slots, term }: Family['times']): WeekOfCare => ({
  days: weekdays.flatMap((day, index) => stretchesOf(partsOn(slots, day), index + 1)),
  spread: term === 'all-year' ? 'all-year' : 'term-time',
});

type Stretch = { readonly from: number; readonly to: number };

/** Parts that follow one another are one stretch of care, at one price for the day. */
function stretchesOf(parts: readonly DayPart[], day: number): readonly CareDay[] {
  const stretches: Stretch[] = [];
  for (const part of parts) {
    const { from, to } = partHours[part];
    const last = stretches.at(-1);
    if (last?.to === from) stretches[stretches.length - 1] = { from: last.from, to };
    else stretches.push({ from, to });
  }
  return stretches.map(({ from, to }) => ({ day, from: clock(from), to: clock(to) }));
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
