import type { Actor } from '#platform/context.ts';
import { failure, type Result } from '#platform/result.ts';
import { staffWith, type StaffActor } from '../staff-rights.ts';

/** The asker, when a manager: for what one person alone must not do. Problem: `not-allowed`. */
export function managerOf(actor: Actor): Result<StaffActor, 'not-allowed'> {
  const staff = staffWith('work', actor);
  return staff.ok && staff.value.role !== 'manager' ? failure('not-allowed') : staff;
}
