import type { Actor, App } from '#platform/context.ts';
import { failure, type Result } from '#platform/result.ts';
import { findOpenInvitation } from './invitation-store.ts';
import { inviteStaff, type InvitationLink } from './invite-staff.ts';
import { mayManageStaff } from './may-manage-staff.ts';

/**
 * Sends an invitation once more, with a new link; the one before ends. Problems: `not-allowed`,
 * `not-found`, `not-in-this-state` when the address has an account meanwhile.
 */
export function resendInvitation(
  ctx: App & { readonly actor: Actor },
  id: string,
): Result<InvitationLink, 'not-allowed' | 'not-found' | 'not-in-this-state'> {
  if (!mayManageStaff(ctx.actor)) return failure('not-allowed');
  const invitation = findOpenInvitation(ctx.db, id);
  return invitation ? inviteStaff(ctx, invitation) : failure('not-found');
}
