import type { Actor } from '#platform/context.ts';

/** Whether somebody may manage accounts: an administrator, or the command line. */
export const mayManageStaff = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && actor.role === 'admin');
