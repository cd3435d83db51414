import type { Ctx } from '#platform/context.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { inTransaction } from '#platform/transaction.ts';
import { asStaff } from './as-staff.ts';
import { findStaffSession } from './find-staff-session.ts';
import { openStaffAuth } from './staff-auth.ts';
import { authHeaders, setCookiesOf } from './staff-cookies.ts';

/** Ends the session a request comes with; gives the cookies that clear it from the browser. */
export async function signOut(ctx: Ctx, cookieHeader: string | null): Promise<readonly string[]> {
  const session = await findStaffSession(ctx, cookieHeader);
  const auth = await openStaffAuth(ctx);
  const headers = authHeaders(cookieHeader);
  const answer = await auth.api.signOut({ headers, asResponse: true });
  if (session) {
    const what = { action: 'staff-signed-out', object: `staff:${session.account.id}` };
    inTransaction(ctx.db, (tx) => recordAudit(tx, asStaff(ctx, session.account), what));
  }
  return setCookiesOf(answer);
}
