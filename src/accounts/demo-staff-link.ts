import type { App } from '#platform/context.ts';
import { inTransaction } from '#platform/transaction.ts';
import { openLinkTo } from './invitation-store.ts';
import { invite, joinUrl } from './invite-staff.ts';
import { findAccountByEmail } from './staff-account-store.ts';

const demoEmail = 'demo.broker@council.example';

/**
 * The sample area's way in: the address at which anyone may make the demo broker's account. The same
 * one until it is used or too old. Null without the sample area, and once the account is made.
 */
export function demoStaffLink(app: App): string | null {
  if (app.settings.sampleArea === 'none') return null;
  const ctx = { ...app, actor: { kind: 'system' } } as const;
  return inTransaction(app.db, (tx) => {
    if (findAccountByEmail(tx, demoEmail)) return null;
    const linkId =
      openLinkTo(tx, demoEmail, app.clock.now()) ?? invite(tx, ctx, demoEmail, 'broker').linkId;
    return joinUrl(app, linkId);
  });
}
