import type { App } from '#platform/context.ts';
import { addHours } from '#platform/links/access-link.ts';
import { inTransaction } from '#platform/transaction.ts';
import { addTry, deleteTriesUpTo, triesSince } from './sign-in-try-store.ts';
import { deleteExpiredSessions } from './staff-session-store.ts';

const windowHours = 5 / 60;
const mostInWindow = 10;
const freeTries = 4;
const worthAnAlert = 5;

/**
 * How many seconds must pass after the last of so many failed tries: none for the first four, then
 * 1, 2, 4 … 32; after ten within five minutes (Cyber Essentials), until the first is five minutes old.
 */
export const secondsToWait = (failures: number): number =>
  failures < freeTries ? 0 : 2 ** (failures - freeTries);

/** Counts a try to sign in as failed before it is made. False when it must not be made yet. */
export function beginTry(app: Pick<App, 'db' | 'clock'>, who: string): boolean {
  const now = app.clock.now();
  return inTransaction(app.db, (tx) => {
    const tries = triesSince(tx, who, addHours(now, -windowHours));
    const mayAt = addHours(tries.at(-1) ?? new Date(0), secondsToWait(tries.length) / 3600);
    if (tries.length >= mostInWindow || mayAt > now) return false;
    addTry(tx, who, now);
    return true;
  });
}

/** Tells whoever watches the log at the fifth failure in five minutes; names nobody. */
export function alertAtFifth(app: Pick<App, 'db' | 'clock' | 'log'>, who: string): void {
  const failures = triesSince(app.db, who, addHours(app.clock.now(), -windowHours)).length;
  if (failures !== worthAnAlert) return;
  app.log.warn('staff sign-in failures', { failures, knownDevice: who.startsWith('device:') });
}

/** Removes tries that no longer count, and sessions that are over; run by housekeeping. */
export function purgeSignIns(app: Pick<App, 'db' | 'clock'>): number {
  const now = app.clock.now();
  return deleteTriesUpTo(app.db, addHours(now, -windowHours)) + deleteExpiredSessions(app.db, now);
}
