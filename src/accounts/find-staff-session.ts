import type { App } from '#platform/context.ts';
import type { StaffAccount } from './staff-account-store.ts';
import { openStaffAuth } from './staff-auth.ts';
import { authHeaders, staffCookies, unsignedCookie } from './staff-cookies.ts';
import { deleteSession, findSessionRow, touchSession } from './staff-session-store.ts';
import { isWorthTouching, stageOf, type SessionStage } from './staff-session.ts';

export type StaffSession = {
  readonly id: string;
  readonly account: StaffAccount;
  readonly stage: SessionStage;
};
export type SessionApp = Pick<App, 'db' | 'clock' | 'ids' | 'keys' | 'settings'>;

/** The session a `Cookie` header opens, noted as used; null (and ended) when it is over. */
export async function findStaffSession(
  app: SessionApp,
  cookieHeader: string | null,
): Promise<StaffSession | null> {
  if (unsignedCookie(cookieHeader, staffCookies.session) === undefined) return null;
  const auth = await openStaffAuth(app);
  const found = await auth.api.getSession({ headers: authHeaders(cookieHeader) });
  const row = found === null ? undefined : findSessionRow(app.db, found.session.id);
  if (!row) return null;
  const now = app.clock.now();
  const stage = stageOf(row, now);
  if (stage === 'over') {
    deleteSession(app.db, row.id);
    return null;
  }
  if (isWorthTouching(row.usedAt, now)) touchSession(app.db, row.id, now);
  return { id: row.id, account: row.account, stage };
}
