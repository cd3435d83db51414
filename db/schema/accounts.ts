import { customType, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A moment, kept as ISO text like every other; better-auth speaks in `Date`. */
const moment = customType<{ data: Date; driverData: string }>({
  dataType: () => 'text',
  toDriver: (at) => at.toISOString(),
  fromDriver: (text) => new Date(text),
});
const flag = (name: string) => integer(name, { mode: 'boolean' });

// better-auth reads and writes the next five tables: it asks for these property names.

/** A person who works here. */
export const staffAccount = sqliteTable('staff_account', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** In small letters. */
  email: text('email').notNull().unique(),
  role: text('role', { enum: ['broker', 'inclusion', 'manager', 'admin', 'read-only'] }).notNull(),
  emailVerified: flag('email_verified').notNull(),
  twoFactorEnabled: flag('two_factor_enabled').notNull(),
  /** Since when the account lets nobody in. */
  disabledAt: moment('disabled_at'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

/** How an account proves who it is; one row, its password, until there are passkeys. */
export const staffCredential = sqliteTable(
  'staff_credential',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => staffAccount.id, { onDelete: 'cascade' }),
    /** scrypt: salt and hash. */
    password: text('password'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('staff_credential_user').on(table.userId)],
);

/** A browser that is signed in. The cookie also carries a signature by a key that is not here. */
export const staffSession = sqliteTable(
  'staff_session',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => staffAccount.id, { onDelete: 'cascade' }),
    token: text('token').notNull().unique(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: moment('created_at').notNull(),
    /** When it was last used, to the minute. */
    updatedAt: moment('updated_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** When the second factor was passed; without it the session opens only the enrolment. */
    secondFactorAt: moment('second_factor_at'),
  },
  (table) => [index('staff_session_user').on(table.userId)],
);

/** A sign-in that waits for its code, and how many tries it has had. */
export const staffChallenge = sqliteTable(
  'staff_challenge',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('staff_challenge_identifier').on(table.identifier)],
);

export const staffSecondFactor = sqliteTable('staff_second_factor', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .unique()
    .references(() => staffAccount.id, { onDelete: 'cascade' }),
  /** Encrypted. */
  secret: text('secret').notNull(),
  /** A JSON list of the keyed hashes of the recovery codes that are left. */
  backupCodes: text('backup_codes').notNull(),
  verified: flag('verified').notNull(),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: moment('locked_until'),
  /** The time step of the last code that was used: it and all before it are spent. */
  lastStep: integer('last_step'),
  /** When the person said that the recovery codes are kept. */
  codesKeptAt: moment('codes_kept_at'),
});

/** Who may make an account, and with which role. */
export const staffInvitation = sqliteTable('staff_invitation', {
  id: text('id').primaryKey(),
  email: text('email').notNull().unique(),
  role: text('role', { enum: ['broker', 'inclusion', 'manager', 'admin', 'read-only'] }).notNull(),
  invitedAt: text('invited_at').notNull(),
  acceptedAt: text('accepted_at'),
});

/** Tries to sign in that have not succeeded. `who` is a keyed hash of the address typed. */
export const signInAttempt = sqliteTable(
  'sign_in_attempt',
  {
    id: integer('id').primaryKey(),
    who: text('who').notNull(),
    at: text('at').notNull(),
  },
  (table) => [index('sign_in_attempt_who').on(table.who, table.at)],
);
