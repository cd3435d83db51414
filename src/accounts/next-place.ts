import type { StaffSession } from './find-staff-session.ts';

const places = { enrol: '/staff/enrol', codes: '/staff/recovery-codes', in: '/staff' } as const;

/** Where a session belongs now. */
export const placeFor = (session: StaffSession | null): string =>
  session === null ? '/staff/sign-in' : places[session.stage];
