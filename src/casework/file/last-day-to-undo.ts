import { addDays, londonDay } from '#platform/calendar/london-time.ts';

const undoDays = 30;

/** The last London day on which requests that were joined at a moment can be taken apart. */
export const lastDayToUndo = ({ at }: { readonly at: string }): string =>
  addDays(londonDay(new Date(at)), undoDays);
