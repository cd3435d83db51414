import type { Actor } from '#platform/context.ts';
import { findStaffSession, type SessionApp } from './find-staff-session.ts';
import { staffCookies, unsignedCookie } from './staff-cookies.ts';
import { accountOfChallenge } from './staff-session-store.ts';

export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export type SignedIn = { readonly actor: StaffActor } | { readonly needs: 'code' | 'enrol' } | null;

/**
 * Which member of staff a request comes from. `needs` says what is missing before anything opens:
 * the code after a right password, or the second factor that has yet to be set up.
 */
export async function whoIsSignedIn(app: SessionApp, request: Request): Promise<SignedIn> {
  const cookies = request.headers.get('cookie');
  const session = await findStaffSession(app, cookies);
  if (session) {
    const { id, name, role } = session.account;
    return session.stage === 'in'
      ? { actor: { kind: 'staff', id, name, role } }
      : { needs: 'enrol' };
  }
  return waitingFor(app, cookies) === undefined ? null : { needs: 'code' };
}

/** The account whose code a browser is being asked for. */
export function waitingFor(
  app: Pick<SessionApp, 'db' | 'clock'>,
  cookieHeader: string | null,
): string | undefined {
  const identifier = unsignedCookie(cookieHeader, staffCookies.challenge);
  return identifier && accountOfChallenge(app.db, identifier, app.clock.now());
}
