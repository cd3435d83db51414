import type { StaffSession } from './find-staff-session.ts';
import { homeOf } from './home-of.ts';

const places = { enrol: '/staff/enrol', codes: '/staff/recovery-codes' } as const;

/** Where a session belongs now. */
export function placeFor(session: StaffSession | null): string {
  if (session === null) return '/staff/sign-in';
  return session.stage === 'in' ? homeOf(session.account.role) : places[session.stage];
}
