import { staffWith, type StaffActor } from '#casework/staff-rights.ts';
import type { Actor } from '#platform/context.ts';
import type { Result } from '#platform/result.ts';

/** Who may see what all requests together tell: whoever works on them, and managers. */
export function mayMeasure(actor: Actor): Result<StaffActor, 'not-allowed'> {
  const works = staffWith('work', actor);
  return works.ok ? works : staffWith('measures', actor);
}
