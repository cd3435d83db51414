import { enrolSecondFactor } from '#accounts/enrol-second-factor.ts';
import { findStaffSession, type StaffSession } from '#accounts/find-staff-session.ts';
import { keepRecoveryCodes, makeRecoveryCodes } from '#accounts/make-recovery-codes.ts';
import { signIn } from '#accounts/sign-in.ts';
import { insertAccount } from '#accounts/staff-account-store.ts';
import { hashPassword, openStaffAuth, sealSecret } from '#accounts/staff-auth.ts';
import { codeAt } from '#accounts/totp.ts';
import type { StaffRole } from '#platform/context.ts';
import { inTransaction } from '#platform/transaction.ts';
import { Browser } from '../../accounts/browser.ts';
import { valueOf } from '../../support/request.ts';
import type { TestApp } from '../../support/test-app.ts';

const password = 'four grey otters hum';
const secret = 'an authenticator that all share!';
/** A quarter of a second of work, so it is done once. */
let passwordHash: Promise<string> | undefined;

/** Makes an account and signs it in, through both factors; gives its browser. */
export async function signedIn(
  app: TestApp,
  email: string,
  role: StaffRole = 'broker',
): Promise<Browser> {
  await addAccount(app, email, role);
  const browser = new Browser();
  const visitor = app.as({ kind: 'public' });
  browser.take(valueOf(await signIn(visitor, { email, password })).setCookies);
  const code = codeAt(secret, Math.floor(app.clock.now().getTime() / 30_000));
  browser.take(valueOf(await enrolSecondFactor(visitor, browser.cookie, code)).setCookies);
  valueOf(makeRecoveryCodes(visitor, await sessionOf(app, browser)));
  valueOf(keepRecoveryCodes(visitor, await sessionOf(app, browser)));
  return browser;
}

async function addAccount(app: TestApp, email: string, role: StaffRole): Promise<void> {
  passwordHash ??= hashPassword(password);
  const account = {
    id: app.ids.id(),
    name: email.split('@')[0] ?? '',
    email,
    role,
    passwordHash: await passwordHash,
    sealedSecret: await sealSecret(await openStaffAuth(app), secret),
    ids: { credential: app.ids.id(), secondFactor: app.ids.id() },
    at: app.clock.now(),
  };
  inTransaction(app.db, (tx) => insertAccount(tx, account));
}

async function sessionOf(app: TestApp, browser: Browser): Promise<StaffSession> {
  const session = await findStaffSession(app, browser.cookie);
  if (!session) throw new Error('Nobody is signed in');
  return session;
}
