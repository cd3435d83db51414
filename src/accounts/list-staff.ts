import type { Actor, App, StaffRole } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { listOpenInvitations } from './invitation-store.ts';
import { mayManageStaff } from './may-manage-staff.ts';
import { listAccounts } from './staff-account-store.ts';

export type StaffMember = {
  /** Of the account, or of the invitation. */
  readonly id: string;
  readonly name: string | null;
  readonly email: string;
  readonly role: StaffRole;
  /** `joined` has a password and has yet to set up the second factor. */
  readonly state: 'invited' | 'joined' | 'active' | 'disabled';
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
  if (!mayManageStaff(ctx.actor)) return failure('not-allowed');
  const accounts = listAccounts(ctx.db).map(
    ({ id, name, email, role, enrolled, disabledAt, since }): StaffMember => {
      const state = disabledAt !== null ? 'disabled' : enrolled ? 'active' : 'joined';
      return { id, name, email, role, state, since: since.toISOString() };
    },
  );
  const invited = listOpenInvitations(ctx.db).map(({ id, email, role, invitedAt }): StaffMember => {
    return { id, name: null, email, role, state: 'invited', since: invitedAt };
  });
  return success([...accounts, ...invited]);
}
