import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Actor, App } from '#platform/context.ts';
import { addHours } from '#platform/links/access-link.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { accountToManage } from './account-to-manage.ts';
import { invitationHours, joinUrl, sendInvitation, type InvitationLink } from './invite-staff.ts';
import { forgetSecondFactor } from './second-factor-store.ts';
import { setPassword, updateAccount } from './staff-account-store.ts';
import { deleteAllSessions } from './staff-session-store.ts';

type Problem = 'not-allowed' | 'not-found' | 'not-in-this-state';

/**
 * For a lost phone or password: the account's password, authenticator, recovery codes and sessions
 * end at once, and its person is sent a one-time link for 72 hours to set up all of them anew. The
 * link is never shown to an administrator; only the command line is meant to use what is given back.
 * Problems: as `accountToManage`; `not-in-this-state` for a disabled account.
 */
export const resetStaff = (
  ctx: App & { readonly actor: Actor },
  id: string,
): Result<InvitationLink, Problem> =>
  inTransaction(ctx.db, (tx): Result<InvitationLink, Problem> => {
    const found = accountToManage(tx, ctx, id);
    if (!found.ok) return found;
    const { email, role, disabledAt } = found.value;
    if (disabledAt !== null) return failure('not-in-this-state');
    const now = ctx.clock.now();
    setPassword(tx, id, null, now);
    forgetSecondFactor(tx, id);
    updateAccount(tx, id, { twoFactorEnabled: false }, now);
    deleteAllSessions(tx, id);
    const linkId = sendInvitation(tx, ctx, email, role);
    recordAudit(tx, ctx, {
      action: 'staff-reset',
      object: `staff:${id}`,
      fields: ['password', 'secondFactor', 'recoveryCodes'],
    });
    return success({ url: joinUrl(ctx, linkId), expiresAt: addHours(now, invitationHours) });
  });
