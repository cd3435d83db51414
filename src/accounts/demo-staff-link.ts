import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { accessLink } from '#db/schema/platform.ts';
import type { App } from '#platform/context.ts';
import { inTransaction } from '#platform/transaction.ts';
import { findInvitationTo } from './invitation-store.ts';
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
    const linkId = openLinkId(tx, app) ?? invite(tx, ctx, demoEmail, 'broker').linkId;
    return joinUrl(app, linkId);
  });
}

function openLinkId(db: Reader, app: App): string | undefined {
  const invitation = findInvitationTo(db, demoEmail);
  if (!invitation) return undefined;
  return db
    .select({ id: accessLink.id })
    .from(accessLink)
    .where(
      and(
        eq(accessLink.purpose, 'join'),
        eq(accessLink.subjectId, invitation.id),
        isNull(accessLink.usedAt),
        isNull(accessLink.supersededAt),
        gt(accessLink.expiresAt, app.clock.now().toISOString()),
      ),
    )
    .orderBy(desc(accessLink.createdAt))
    .get()?.id;
}
