import { workingDaysBetween, type ClosedDays } from '#platform/calendar/working-days.ts';

export const queueViews = ['unassigned', 'mine', 'all', 'closed'] as const;
export type QueueView = (typeof queueViews)[number];
export const isQueueView = (text: string | null): text is QueueView =>
  queueViews.some((view) => view === text);

/** How a case stands against its next due day. */
export type CaseClock =
  | { readonly kind: 'overdue'; readonly workingDays: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'due'; readonly workingDays: number }
  | { readonly kind: 'none' };

/** The clock of a next action due on a London day, read on `today`. */
export function clockOf(due: string | null, today: string, closed: ClosedDays): CaseClock {
  if (due === null) return { kind: 'none' };
  if (due === today) return { kind: 'today' };
  // A day that has passed is overdue by one also on the weekend after it.
  const workingDays = Math.max(1, Math.abs(workingDaysBetween(today, due, closed)));
  return due < today ? { kind: 'overdue', workingDays } : { kind: 'due', workingDays };
}
