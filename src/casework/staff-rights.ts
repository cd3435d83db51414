import type { Actor, StaffRole } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';

export type StaffActor = Extract<Actor, { readonly kind: 'staff' }>;
/**
 * `read` sees that a family asks, for what and when; `sensitive` sees also who it is, the children's
 * needs and health, the family's own words and the notes; `work` changes a request; `measures` sees
 * what all requests together tell.
 */
export type CaseRight = 'read' | 'sensitive' | 'work' | 'measures';

const rights: Readonly<Record<StaffRole, readonly CaseRight[]>> = {
  broker: ['read', 'sensitive', 'work'],
  inclusion: ['read', 'sensitive', 'work'],
  manager: ['read', 'sensitive', 'work', 'measures'],
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

/**
 * Whether a family lets the asker read its request: the inclusion team only where the family said
 * that it may (`Family.sharing.team`), everybody else as far as their rights go.
 */
export const isLetIn = (actor: Actor, letsTeamIn: boolean): boolean =>
  actor.kind !== 'staff' || actor.role !== 'inclusion' || letsTeamIn;
