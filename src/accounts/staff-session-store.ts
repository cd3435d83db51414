import { and, eq, gt, lt, ne } from 'drizzle-orm';
import {
  staffAccount,
  staffChallenge,
  staffSecondFactor,
  staffSession,
} from '#db/schema/accounts.ts';
import type { Db, Reader, Tx } from '#db/open-database.ts';

/** A session with its account and what is known of the second factor. */
export const findSessionRow = (db: Reader, id: string) =>
  db
    .select({
      id: staffSession.id,
      token: staffSession.token,
      startedAt: staffSession.createdAt,
      usedAt: staffSession.updatedAt,
      secondFactorAt: staffSession.secondFactorAt,
      enrolled: staffSecondFactor.verified,
      codesKeptAt: staffSecondFactor.codesKeptAt,
      account: {
        id: staffAccount.id,
        name: staffAccount.name,
        email: staffAccount.email,
        role: staffAccount.role,
      },
    })
    .from(staffSession)
    .innerJoin(staffAccount, eq(staffAccount.id, staffSession.userId))
    .innerJoin(staffSecondFactor, eq(staffSecondFactor.userId, staffSession.userId))
    .where(eq(staffSession.id, id))
    .get();

export const touchSession = (db: Reader, id: string, at: Date): void => {
  db.update(staffSession).set({ updatedAt: at }).where(eq(staffSession.id, id)).run();
};

export const deleteSession = (db: Reader, id: string): void => {
  db.delete(staffSession).where(eq(staffSession.id, id)).run();
};

/** Lets a session in: its second factor has been passed. */
export const markSecondFactor = (tx: Tx, token: string, at: Date): void => {
  tx.update(staffSession).set({ secondFactorAt: at }).where(eq(staffSession.token, token)).run();
};

/** Ends every session of an account but one. */
export const deleteOtherSessions = (tx: Tx, accountId: string, token: string): void => {
  tx.delete(staffSession)
    .where(and(eq(staffSession.userId, accountId), ne(staffSession.token, token)))
    .run();
};

/** Whose code a browser is being asked for. */
export const accountOfChallenge = (db: Reader, identifier: string, now: Date): string | undefined =>
  db
    .select({ accountId: staffChallenge.value })
    .from(staffChallenge)
    .where(and(eq(staffChallenge.identifier, identifier), gt(staffChallenge.expiresAt, now)))
    .get()?.accountId;

/** Removes sessions that are over and sign-ins that waited too long for their code. */
export const deleteExpiredSessions = (db: Db, now: Date): number =>
  db.delete(staffSession).where(lt(staffSession.expiresAt, now)).run().changes +
  db.delete(staffChallenge).where(lt(staffChallenge.expiresAt, now)).run().changes;
