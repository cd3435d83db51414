import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { staffAccount, staffCredential, staffSecondFactor } from '#db/schema/accounts.ts';
import type { Reader, Tx } from '#db/open-database.ts';
import type { StaffRole } from '#platform/context.ts';

export type StaffAccount = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  /** Since when the account lets nobody in; null when it does. */
  readonly disabledAt: Date | null;
};

const columns = {
  id: staffAccount.id,
  name: staffAccount.name,
  email: staffAccount.email,
  role: staffAccount.role,
  disabledAt: staffAccount.disabledAt,
};

export const findAccountByEmail = (db: Reader, email: string): StaffAccount | undefined =>
  db.select(columns).from(staffAccount).where(eq(staffAccount.email, email)).get();

export const findAccount = (db: Reader, id: string): StaffAccount | undefined =>
  db.select(columns).from(staffAccount).where(eq(staffAccount.id, id)).get();

/** Every account by name, and whether its second factor is set up. */
export const listAccounts = (db: Reader) =>
  db
    .select({ ...columns, since: staffAccount.createdAt, enrolled: staffSecondFactor.verified })
    .from(staffAccount)
    .leftJoin(staffSecondFactor, eq(staffSecondFactor.userId, staffAccount.id))
    .orderBy(asc(staffAccount.name))
    .all();

/** Adds an account with its password's hash and an authenticator that has yet to prove itself. */
export function insertAccount(
  tx: Tx,
  account: Omit<StaffAccount, 'disabledAt'> & {
    readonly passwordHash: string;
    readonly sealedSecret: string;
    readonly ids: { readonly credential: string; readonly secondFactor: string };
    readonly at: Date;
  },
): void {
  const { id, name, email, role, passwordHash, sealedSecret, ids, at } = account;
  const dates = { createdAt: at, updatedAt: at };
  tx.insert(staffAccount)
    .values({ id, name, email, role, emailVerified: true, twoFactorEnabled: false, ...dates })
    .run();
  tx.insert(staffCredential)
    .values({
      id: ids.credential,
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: passwordHash,
      ...dates,
    })
    .run();
  tx.insert(staffSecondFactor)
    .values({
      id: ids.secondFactor,
      userId: id,
      secret: sealedSecret,
      backupCodes: '[]',
      verified: false,
    })
    .run();
}

/** The hash of an account's password; null when it must be chosen anew. */
export const passwordHashOf = (db: Reader, accountId: string): string | null =>
  db
    .select({ password: staffCredential.password })
    .from(staffCredential)
    .where(eq(staffCredential.userId, accountId))
    .get()?.password ?? null;

export const setPassword = (tx: Tx, accountId: string, hash: string | null, at: Date): void => {
  tx.update(staffCredential)
    .set({ password: hash, updatedAt: at })
    .where(eq(staffCredential.userId, accountId))
    .run();
};

type AccountChange = Partial<
  Pick<typeof staffAccount.$inferInsert, 'name' | 'role' | 'disabledAt' | 'twoFactorEnabled'>
>;

export const updateAccount = (tx: Tx, id: string, change: AccountChange, at: Date): void => {
  tx.update(staffAccount)
    .set({ ...change, updatedAt: at })
    .where(eq(staffAccount.id, id))
    .run();
};

/** Whether another administrator than this one can sign in. */
export const hasOtherAdmin = (db: Reader, id: string): boolean =>
  db
    .select({ id: staffAccount.id })
    .from(staffAccount)
    .innerJoin(staffSecondFactor, eq(staffSecondFactor.userId, staffAccount.id))
    .where(
      and(
        eq(staffAccount.role, 'admin'),
        isNull(staffAccount.disabledAt),
        eq(staffSecondFactor.verified, true),
        ne(staffAccount.id, id),
      ),
    )
    .get() !== undefined;
