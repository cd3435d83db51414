import { and, desc, eq, gt, isNull, lt, ne } from 'drizzle-orm';
import {
  staffAccount,
  staffChallenge,
  staffSecondFactor,
  staffSession,
} from '#db/schema/accounts.ts';
import type { Db, Reader, Tx } from '#db/open-database.ts';
import { hashToken } from '#platform/links/access-link.ts';

/** A session of an account that is not disabled, and what is known of the second factor. */
export const findSessionRow = (db: Reader, id: string) =>
  db
    .select({
      id: staffSession.id,
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
        disabledAt: staffAccount.disabledAt,
      },
    })
    .from(staffSession)
    .innerJoin(staffAccount, eq(staffAccount.id, staffSession.userId))
    .innerJoin(staffSecondFactor, eq(staffSecondFactor.userId, staffSession.userId))
    .where(and(eq(staffSession.id, id), isNull(staffAccount.disabledAt)))
    .get();

export const touchSession = (db: Reader, id: string, at: Date): void => {
  db.update(staffSession).set({ updatedAt: at }).where(eq(staffSession.id, id)).run();
};

export const deleteSession = (db: Reader, id: string): void => {
  db.delete(staffSession).where(eq(staffSession.id, id)).run();
};

/** Lets a session in: its second factor has been passed. */
export const markSecondFactor = (tx: Tx, token: string, at: Date): void => {
  tx.update(staffSession)
    .set({ secondFactorAt: at })
    .where(eq(staffSession.token, hashToken(token)))
    .run();
};

/** The id of the session whose secret a browser was just given. */
export const sessionIdOf = (db: Reader, token: string): string | undefined =>
  db
    .select({ id: staffSession.id })
    .from(staffSession)
    .where(eq(staffSession.token, hashToken(token)))
    .get()?.id;

/** An account's sessions that have passed both factors, the latest used first. */
export const listSessions = (db: Reader, accountId: string) =>
  db
    .select({
      id: staffSession.id,
      startedAt: staffSession.createdAt,
      usedAt: staffSession.updatedAt,
      secondFactorAt: staffSession.secondFactorAt,
    })
    .from(staffSession)
    .where(eq(staffSession.userId, accountId))
    .orderBy(desc(staffSession.updatedAt), desc(staffSession.createdAt))
    .all();

/** Ends one session if it is this account's. False when it is not there. */
export const deleteSessionOf = (tx: Tx, accountId: string, id: string): boolean =>
  tx
    .delete(staffSession)
    .where(and(eq(staffSession.userId, accountId), eq(staffSession.id, id)))
    .run().changes === 1;

/** Ends every session of an account but one; how many there were. */
export const deleteOtherSessions = (tx: Tx, accountId: string, id: string): number =>
  tx
    .delete(staffSession)
    .where(and(eq(staffSession.userId, accountId), ne(staffSession.id, id)))
    .run().changes;

/** Ends every session of an account, and every sign-in that waits for its code. */
export const deleteAllSessions = (tx: Tx, accountId: string): void => {
  tx.delete(staffSession).where(eq(staffSession.userId, accountId)).run();
  tx.delete(staffChallenge).where(eq(staffChallenge.value, accountId)).run();
};

/** Whose code a browser is being asked for. */
export const accountOfChallenge = (db: Reader, identifier: string, now: Date): string | undefined =>
  db
    .select({ accountId: staffChallenge.value })
    .from(staffChallenge)
    .where(
      and(eq(staffChallenge.identifier, hashToken(identifier)), gt(staffChallenge.expiresAt, now)),
    )
    .get()?.accountId;

/** Removes sessions that are over and sign-ins that waited too long for their code. */
export const deleteExpiredSessions = (db: Db, now: Date): number =>
  db.delete(staffSession).where(lt(staffSession.expiresAt, now)).run().changes +
  db.delete(staffChallenge).where(lt(staffChallenge.expiresAt, now)).run().changes;
