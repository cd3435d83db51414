import { and, asc, eq, gt, lte } from 'drizzle-orm';
import { signInAttempt } from '#db/schema/accounts.ts';
import type { Reader } from '#db/open-database.ts';

/** When somebody tried in vain since a moment, the first try first. */
export const triesSince = (db: Reader, who: string, since: Date): readonly Date[] =>
  db
    .select({ at: signInAttempt.at })
    .from(signInAttempt)
    .where(and(eq(signInAttempt.who, who), gt(signInAttempt.at, since.toISOString())))
    .orderBy(asc(signInAttempt.at))
    .all()
    .map(({ at }) => new Date(at));

export const addTry = (db: Reader, who: string, at: Date): void => {
  db.insert(signInAttempt).values({ who, at: at.toISOString() }).run();
};

/** Forgets the failed tries of somebody who has signed in. */
export const forgetTries = (db: Reader, who: string): void => {
  db.delete(signInAttempt).where(eq(signInAttempt.who, who)).run();
};

export const deleteTriesUpTo = (db: Reader, at: Date): number =>
  db.delete(signInAttempt).where(lte(signInAttempt.at, at.toISOString())).run().changes;
