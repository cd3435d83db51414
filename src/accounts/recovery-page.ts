import type { Ctx } from '#platform/context.ts';
import { findStaffSession } from './find-staff-session.ts';
import { homeOf } from './home-of.ts';
import { keepRecoveryCodes, makeRecoveryCodes } from './make-recovery-codes.ts';
import { placeFor } from './next-place.ts';
import { goTo, show } from './screen.ts';

/** The page that gives the recovery codes, once, and notes that they are kept. */
export async function recoveryPage(ctx: Ctx, cookieHeader: string | null, form: FormData | null) {
  const session = await findStaffSession(ctx, cookieHeader);
  if (session?.stage !== 'codes') return goTo(placeFor(session));
  if (form?.get('step') === 'kept') {
    keepRecoveryCodes(ctx, session);
    return goTo(homeOf(session.account.role));
  }
  if (form === null) return show({ codes: null });
  const made = makeRecoveryCodes(ctx, session);
  return show({ codes: made.ok ? made.value : null });
}
