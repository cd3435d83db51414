import { and, asc, eq, gt, lte } from 'drizzle-orm';
import { signInAttempt } from '#db/schema/accounts.ts';
import type { Reader } from '#db/open-database.ts';
import type { App } from '#platform/context.ts';
import { addHours } from '#platform/links/access-link.ts';
import { inTransaction } from '#platform/transaction.ts';

const windowHours = 5 / 60;
const mostInWindow = 10;
const freeTries = 4;

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
    const last = tries.at(-1);
    const mayAt = addHours(new Date(last ?? 0), secondsToWait(tries.length) / 3600);
    if (tries.length >= mostInWindow || mayAt > now) return false;
    tx.insert(signInAttempt).values({ who, at: now.toISOString() }).run();
    return true;
  });
}

/** Forgets the failed tries of somebody who has signed in. */
export const forgetTries = (db: Reader, who: string): void => {
  db.delete(signInAttempt).where(eq(signInAttempt.who, who)).run();
};

/** Removes tries that no longer count; run by housekeeping. */
export const purgeTries = (db: Reader, now: Date): number =>
  db
    .delete(signInAttempt)
    .where(lte(signInAttempt.at, addHours(now, -windowHours).toISOString()))
    .run().changes;

const triesSince = (db: Reader, who: string, since: Date): readonly string[] =>
  db
    .select({ at: signInAttempt.at })
    .from(signInAttempt)
    .where(and(eq(signInAttempt.who, who), gt(signInAttempt.at, since.toISOString())))
    .orderBy(asc(signInAttempt.at))
    .all()
    .map(({ at }) => at);
