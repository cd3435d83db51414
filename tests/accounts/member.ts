import { Secret, TOTP } from 'otpauth';
import { authenticatorKey, enrolSecondFactor } from '#accounts/enrol-second-factor.ts';
import { enterCode } from '#accounts/enter-code.ts';
import { findStaffSession, type StaffSession } from '#accounts/find-staff-session.ts';
import { inviteStaff } from '#accounts/invite-staff.ts';
import { joinStaff } from '#accounts/join-staff.ts';
import { keepRecoveryCodes, makeRecoveryCodes } from '#accounts/make-recovery-codes.ts';
import { openInvitation } from '#accounts/open-invitation.ts';
import { signIn } from '#accounts/sign-in.ts';
import type { App, StaffRole } from '#platform/context.ts';
import type { Result } from '#platform/result.ts';
import { Browser } from './browser.ts';
import { operator, visitor } from './staff-app.ts';

export const email = 'bea@council.example';
export const password = 'four grey otters hum';

/** The value of a result that must be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Failed with ${result.problem}`);
  return result.value;
}

/** Uses an invitation's link in a browser that is new, as far as the password. */
export function join(app: App, role: StaffRole = 'broker', address = email): Promise<Browser> {
  const { url } = valueOf(inviteStaff(operator(app), { email: address, role }));
  return joinWith(app, url);
}

/** Uses a link, as far as the password. */
export async function joinWith(app: App, url: string): Promise<Browser> {
  const visitToken = valueOf(openInvitation(app, url.slice(url.lastIndexOf('/') + 1)));
  const browser = new Browser();
  const joined = await joinStaff(visitor(app), { visitToken, name: 'Bea Okafor', password });
  browser.take(valueOf(joined).setCookies);
  return browser;
}

export async function sessionOf(app: App, browser: Browser): Promise<StaffSession> {
  const session = await findStaffSession(app, browser.cookie);
  if (!session) throw new Error('No session');
  return session;
}

/** An authenticator app that has been given the account's key. */
export async function authenticatorOf(app: App, browser: Browser): Promise<TOTP> {
  const { account } = await sessionOf(app, browser);
  const key = await authenticatorKey(visitor(app), account);
  return new TOTP({ secret: Secret.fromBase32(key?.text ?? '') });
}

export type Member = {
  readonly browser: Browser;
  readonly totp: TOTP;
  readonly recoveryCodes: readonly string[];
};

/** Somebody with an account that is wholly set up, signed in. */
export async function member(
  app: App,
  role: StaffRole = 'broker',
  address = email,
): Promise<Member> {
  return enrolled(app, await join(app, role, address));
}

/** The rest of setting up an account: the app and the recovery codes. */
export async function enrolled(app: App, browser: Browser): Promise<Member> {
  const totp = await authenticatorOf(app, browser);
  const proved = await enrolSecondFactor(visitor(app), browser.cookie, totp.generate());
  browser.take(valueOf(proved).setCookies);
  const ctx = visitor(app);
  const recoveryCodes = valueOf(makeRecoveryCodes(ctx, await sessionOf(app, browser)));
  valueOf(keepRecoveryCodes(ctx, await sessionOf(app, browser)));
  return { browser, totp, recoveryCodes };
}

/** Types the password in a new browser, as far as the code. */
export async function typePassword(app: App, browser = new Browser()): Promise<Browser> {
  const cookies = browser.cookie;
  browser.take(valueOf(await signIn(visitor(app), { email, password, cookies })).setCookies);
  return browser;
}

export async function typeCode(app: App, browser: Browser, code: string) {
  const entered = await enterCode(visitor(app), browser.cookie, { kind: 'app', code });
  if (entered.ok) browser.take(entered.value.setCookies);
  return entered;
}
