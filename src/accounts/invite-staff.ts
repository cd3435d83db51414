import type { Tx } from '#db/open-database.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Actor, App, StaffRole } from '#platform/context.ts';
import { addHours, linkToken } from '#platform/links/access-link.ts';
import { issueLink } from '#platform/links/issue-link.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { plainEmail } from './email.ts';
import { saveInvitation } from './invitation-store.ts';
import { mayManageStaff } from './may-manage-staff.ts';
import { findAccountByEmail } from './staff-account-store.ts';

/** How long a link to join opens. */
export const invitationHours = 72;

type InviteCtx = App & { readonly actor: Actor };
export type InvitationLink = { readonly url: string; readonly expiresAt: Date };

/**
 * Invites somebody to make a staff account: a one-time link for 72 hours, which is sent to them and
 * given back; earlier links to the same address end. `email` is an e-mail address. Problems:
 * `not-allowed` unless an administrator (or the command line) asks; `not-in-this-state` when the
 * address has an account.
 */
export function inviteStaff(
  ctx: InviteCtx,
  { email, role }: { readonly email: string; readonly role: StaffRole },
): Result<InvitationLink, 'not-allowed' | 'not-in-this-state'> {
  if (!mayManageStaff(ctx.actor)) return failure('not-allowed');
  const address = plainEmail(email);
  return inTransaction(ctx.db, (tx) => {
    if (findAccountByEmail(tx, address)) return failure('not-in-this-state');
    const linkId = sendInvitation(tx, ctx, address, role);
    const expiresAt = addHours(ctx.clock.now(), invitationHours);
    return success({ url: joinUrl(ctx, linkId), expiresAt });
  });
}

/** Writes an invitation and queues its message; gives the id of its link. */
export function sendInvitation(tx: Tx, ctx: InviteCtx, email: string, role: StaffRole): string {
  const { invitationId, linkId } = invite(tx, ctx, email, role);
  enqueueMessage(tx, ctx, {
    kind: 'staff-invitation',
    subjectId: invitationId,
    linkId,
    dedupeKey: `staff-invitation:${linkId}`,
  });
  return linkId;
}

/** Writes the invitation, its link and the record of both. */
export function invite(tx: Tx, ctx: InviteCtx, email: string, role: StaffRole) {
  const id = ctx.ids.id();
  const invitedAt = ctx.clock.now().toISOString();
  const invitationId = saveInvitation(tx, { id, email, role, invitedAt });
  const subject = { purpose: 'join', subjectId: invitationId, hours: invitationHours } as const;
  const linkId = issueLink(tx, ctx, subject);
  recordAudit(tx, ctx, {
    action: 'staff-invited',
    object: `invitation:${invitationId}`,
    fields: ['email', 'role'],
    reason: role,
  });
  return { invitationId, linkId };
}

/** Where a link to join leads. */
export const joinUrl = (ctx: Pick<App, 'keys' | 'settings'>, linkId: string): string =>
  `${ctx.settings.publicUrl}/staff/join/${linkToken(ctx.keys, linkId)}`;
