import type { Actor, App, StaffRole } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { listOpenInvitations } from './invitation-store.ts';
import { listAccounts } from './staff-account-store.ts';

export type StaffMember = {
  readonly name: string | null;
  readonly email: string;
  readonly role: StaffRole;
  /** `joined` has a password and has yet to set up the second factor. */
  readonly state: 'invited' | 'joined' | 'active';
  /** ISO moment: of the invitation, or of the account. */
  readonly since: string;
};

/**
 * Everybody who has an account or an open invitation. Problem: `not-allowed` unless an administrator
 * (or the command line) asks.
 */
export function listStaff(
  ctx: Pick<App, 'db'> & { readonly actor: Actor },
): Result<readonly StaffMember[], 'not-allowed'> {
  const { actor } = ctx;
  const allowed = actor.kind === 'system' || (actor.kind === 'staff' && actor.role === 'admin');
  if (!allowed) return failure('not-allowed');
  const accounts = listAccounts(ctx.db).map(
    ({ name, email, role, enrolled, since }): StaffMember => {
      const state = enrolled ? 'active' : 'joined';
      return { name, email, role, state, since: since.toISOString() };
    },
  );
  const invited = listOpenInvitations(ctx.db).map(({ email, role, invitedAt }): StaffMember => {
    return { name: null, email, role, state: 'invited', since: invitedAt };
  });
  return success([...accounts, ...invited]);
}
