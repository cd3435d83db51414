import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { staffSecondFactor } from '#db/schema/accounts.ts';
import type { Reader, Tx } from '#db/open-database.ts';

/** The encrypted secret of an account's authenticator. */
export const sealedSecretOf = (db: Reader, accountId: string): string | undefined =>
  db
    .select({ secret: staffSecondFactor.secret })
    .from(staffSecondFactor)
    .where(eq(staffSecondFactor.userId, accountId))
    .get()?.secret;

/** Spends a code's time step and all before it. False when it is spent already. */
export const spendStep = (db: Reader, accountId: string, step: number): boolean =>
  db
    .update(staffSecondFactor)
    .set({ lastStep: step })
    .where(
      and(
        eq(staffSecondFactor.userId, accountId),
        or(isNull(staffSecondFactor.lastStep), lt(staffSecondFactor.lastStep, step)),
      ),
    )
    .run().changes === 1;

/** Replaces the recovery codes; the ones before stop working. */
export const setRecoveryCodes = (tx: Tx, accountId: string, hashes: readonly string[]): void => {
  tx.update(staffSecondFactor)
    .set({ backupCodes: JSON.stringify(hashes) })
    .where(eq(staffSecondFactor.userId, accountId))
    .run();
};

export const markCodesKept = (tx: Tx, accountId: string, at: Date): void => {
  tx.update(staffSecondFactor)
    .set({ codesKeptAt: at })
    .where(eq(staffSecondFactor.userId, accountId))
    .run();
};

/** Makes an account set up its authenticator and recovery codes anew. */
export const forgetSecondFactor = (tx: Tx, accountId: string): void => {
  tx.update(staffSecondFactor)
    .set({
      verified: false,
      backupCodes: '[]',
      failedVerificationCount: 0,
      lockedUntil: null,
      lastStep: null,
      codesKeptAt: null,
    })
    .where(eq(staffSecondFactor.userId, accountId))
    .run();
};

export const setSealedSecret = (tx: Tx, accountId: string, secret: string): void => {
  tx.update(staffSecondFactor).set({ secret }).where(eq(staffSecondFactor.userId, accountId)).run();
};
