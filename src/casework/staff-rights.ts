import type { Actor, StaffRole } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';

export type StaffActor = Extract<Actor, { readonly kind: 'staff' }>;
/** `read` sees a family's request; `work` changes it. */
export type CaseRight = 'read' | 'work';

const rights: Readonly<Record<StaffRole, readonly CaseRight[]>> = {
  broker: ['read', 'work'],
  inclusion: ['read', 'work'],
  manager: ['read', 'work'],
  // Administrators manage accounts; what families told is not theirs to read.
  admin: [],
  'read-only': ['read'],
};

/** The member of staff who asks, if they have the right. Problem: `not-allowed`. */
export function staffWith(right: CaseRight, actor: Actor): Result<StaffActor, 'not-allowed'> {
  return actor.kind === 'staff' && rights[actor.role].includes(right)
    ? success(actor)
    : failure('not-allowed');
}
