import { workingDaysBetween, type ClosedDays } from '#platform/calendar/working-days.ts';
import type { CaseStatus, NextAction } from '#brokerage/case-status.ts';

/** The lists of the queue. What is held back stands on a page of its own. */
export const queueViews = [
  'unassigned',
  'mine',
  'all',
  'waiting-family',
  'waiting-provider',
  'today',
  'overdue',
  'closed',
] as const;
export type QueueView = (typeof queueViews)[number];
/** The lists of what is still to be done, to which the filters apply. */
export type OpenView = Exclude<QueueView, 'closed'>;
export const openViews = queueViews.filter((view): view is OpenView => view !== 'closed');

export const taskKinds = [
  'own',
  'call-provider',
  'confirm-place',
  'follow-up',
  'advice',
  'look-again',
] as const;
export type TaskKind = (typeof taskKinds)[number];
/** Something to do on a case besides its next action, by a London day. */
export type DueTask = { readonly kind: TaskKind; readonly due: string };

/** What the queue knows of a case without opening it. Days are London days. */
export type QueuedCase = {
  readonly id: string;
  readonly version: number;
  readonly status: CaseStatus;
  readonly ownerId: string | null;
  readonly nextAction: NextAction | null;
  readonly nextActionDue: string | null;
  readonly isUrgent: boolean;
  readonly isHeld: boolean;
  readonly receivedAt: string;
  readonly contactDue: string | null;
  readonly contactedAt: string | null;
  readonly optionsDue: string | null;
  readonly optionsAt: string | null;
  readonly waitingSince: string | null;
  /** The task that is due first. */
  readonly task: DueTask | null;
  /** The first day on which anything is due, as `dueOn` says. */
  readonly due: string | null;
};

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

/** A promise to the family that is not kept yet: to speak with it, or to give it options. */
export type Promised = { readonly step: 'contact' | 'options'; readonly due: string };

type Clocks = Pick<
  QueuedCase,
  'contactDue' | 'contactedAt' | 'optionsDue' | 'optionsAt' | 'waitingSince' | 'status'
>;

/** The clock that runs: the first contact, then the options; null when none does or it stands still. */
export function runningClock(subject: Clocks): Promised | null {
  if (subject.status === 'closed' || subject.waitingSince !== null) return null;
  const { contactDue, optionsDue } = subject;
  if (contactDue !== null && subject.contactedAt === null) {
    return { step: 'contact', due: contactDue };
  }
  return optionsDue !== null && subject.optionsAt === null
    ? { step: 'options', due: optionsDue }
    : null;
}

/** The first London day on which something on a case is due: its next action, a task, or a promise. */
export const dueOn = (
  subject: Clocks & Pick<QueuedCase, 'nextActionDue' | 'task'>,
): string | null =>
  earlier(
    earlier(subject.nextActionDue, subject.task?.due ?? null),
    runningClock(subject)?.due ?? null,
  );

const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;

type Looking = { readonly staffId: string; readonly today: string };

/**
 * Whether a case stands in a list. One that is held back is in its owner's alone; one that has closed
 * is there while a task on it is due.
 */
export function isInView(subject: QueuedCase, view: OpenView, looking: Looking): boolean {
  const { due } = subject;
  const isOpen = subject.status !== 'closed';
  if (view === 'mine') return subject.ownerId === looking.staffId;
  if (subject.isHeld) return false;
  switch (view) {
    case 'unassigned':
      return isOpen && subject.ownerId === null;
    case 'all':
      return isOpen;
    case 'waiting-family':
    case 'waiting-provider':
      return subject.status === view;
    case 'today':
      return due === looking.today;
    case 'overdue':
      return due !== null && due < looking.today;
  }
}

/** What is due first comes first, then what came in first. */
export function byDueDay(one: QueuedCase, other: QueuedCase): number {
  if (one.due !== other.due) return other.due === null || (one.due ?? '~') < other.due ? -1 : 1;
  return one.receivedAt < other.receivedAt ? -1 : 1;
}
