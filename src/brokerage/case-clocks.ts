import { closedDays } from '#platform/calendar/closed-days.ts';
import {
  addWorkingDays,
  dueDay,
  receivedDay,
  workingDaysBetween,
  type ClosedDays,
} from '#platform/calendar/working-days.ts';
import type { Settings } from '#platform/settings/settings.ts';
import { stepDays } from '#platform/settings/targets.ts';
import type { CaseStatus } from './case-status.ts';
import type { CaseChange, OpenCase } from './case-store.ts';

type Clocked = Pick<OpenCase, 'optionsDue' | 'optionsAt' | 'waitingSince'>;

/**
 * The two clocks of a request that came in at a moment, as London days: until when somebody must have
 * spoken with the family, and until when it must have options. A question has no options to wait for.
 */
export function startClocks(
  settings: Settings,
  received: Date,
  { isUrgent, wish }: { readonly isUrgent: boolean; readonly wish: 'place' | 'advice' },
): { readonly contactDue: string; readonly optionsDue: string | null } {
  const closed = closedDays(settings);
  const days = stepDays(settings.targets, isUrgent);
  return {
    contactDue: dueDay(received, days.contact, closed),
    optionsDue: wish === 'place' ? dueDay(received, days.options, closed) : null,
  };
}

/** Both clocks anew, for a request that is opened again. */
export const restartClocks = (
  ...args: Parameters<typeof startClocks>
): ReturnType<typeof startClocks> &
  Pick<CaseChange, 'contactedAt' | 'optionsAt' | 'waitingSince'> => ({
  ...startClocks(...args),
  ...{ contactedAt: null, optionsAt: null, waitingSince: null },
});

/**
 * What a move to a status does to the second clock: it stands still while the case waits for the
 * family, so that on going on its day is later by the working days waited.
 */
export function clockChange(
  subject: Clocked,
  next: CaseStatus,
  now: Date,
  closed: ClosedDays,
): Pick<CaseChange, 'optionsDue' | 'waitingSince'> {
  const { waitingSince, optionsAt, optionsDue } = subject;
  if (next === 'waiting-family') {
    return waitingSince === null ? { waitingSince: now.toISOString() } : {};
  }
  if (waitingSince === null) return {};
  const isRunning = optionsDue !== null && optionsAt === null && next !== 'closed';
  return {
    waitingSince: null,
    ...(isRunning && {
      optionsDue: addWorkingDays(optionsDue, workingDaysWaited(waitingSince, now, closed), closed),
    }),
  };
}

/** Working days from one moment to a later one, each counted on the day it would be received. */
export const workingDaysWaited = (since: string, now: Date, closed: ClosedDays): number =>
  Math.max(
    0,
    workingDaysBetween(receivedDay(new Date(since), closed), receivedDay(now, closed), closed),
  );

/** Somebody has spoken with the family: the first clock stops, once. */
export const contactMade = (
  { contactedAt }: Pick<OpenCase, 'contactedAt'>,
  now: Date,
): Pick<CaseChange, 'contactedAt'> =>
  contactedAt === null ? { contactedAt: now.toISOString() } : {};

/** The family has its first option: both clocks stop, once. */
export const optionsGiven = (
  subject: Pick<OpenCase, 'contactedAt' | 'optionsAt'>,
  now: Date,
): Pick<CaseChange, 'contactedAt' | 'optionsAt'> => ({
  ...contactMade(subject, now),
  ...(subject.optionsAt === null && { optionsAt: now.toISOString() }),
});
