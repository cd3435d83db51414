import { and, count, eq, gt, lte } from 'drizzle-orm';
import type { Reader, Tx } from '#db/open-database.ts';
import { accessCode } from '#db/schema/brokerage.ts';
import type { Clock } from '#platform/clock.ts';

export type AccessCode = typeof accessCode.$inferSelect;

export const insertCode = (tx: Tx, row: AccessCode): void => {
  tx.insert(accessCode).values(row).run();
};

/** A code that has not run out and has tries left; undefined for any other. */
export const findCode = (db: Reader, clock: Clock, tokenHash: string): AccessCode | undefined => {
  const row = db.select().from(accessCode).where(eq(accessCode.tokenHash, tokenHash)).get();
  const isOver = !row || row.triesLeft <= 0 || row.expiresAt <= clock.now().toISOString();
  return isOver ? undefined : row;
};

export const setTriesLeft = (tx: Tx, tokenHash: string, triesLeft: number): void => {
  tx.update(accessCode).set({ triesLeft }).where(eq(accessCode.tokenHash, tokenHash)).run();
};

export const deleteCode = (tx: Tx, tokenHash: string): void => {
  tx.delete(accessCode).where(eq(accessCode.tokenHash, tokenHash)).run();
};

/** How many codes to a case were asked for after a moment. */
export const countCodesSince = (db: Reader, caseId: string, since: Date): number =>
  db
    .select({ total: count() })
    .from(accessCode)
    .where(and(eq(accessCode.caseId, caseId), gt(accessCode.createdAt, since.toISOString())))
    .get()?.total ?? 0;

/** Removes codes made up to a moment. Gives how many. */
export const deleteCodesUpTo = (db: Reader, at: Date): number =>
  db.delete(accessCode).where(lte(accessCode.createdAt, at.toISOString())).run().changes;
