import type { Ctx } from '#platform/context.ts';
import type { StaffAccount } from './staff-account-store.ts';

/** The context with an account as its actor, for what is recorded while it is signing in. */
export const asStaff = (
  ctx: Ctx,
  { id, name, role }: Pick<StaffAccount, 'id' | 'name' | 'role'>,
): Ctx => ({
  ...ctx,
  actor: { kind: 'staff', id, name, role },
});
