import { addDays, londonDay } from '#platform/calendar/london-time.ts';
import type { CaseStatus } from './case-status.ts';
import type { OpenCase } from './case-store.ts';

/** A family that writes so many days after its request closed has it opened again. */
export const reopenDays = 28;
/** What a case opened again becomes, whoever owns it: nobody has to send it anew. */
export const reopenedStatus: CaseStatus = 'in-progress';

type Closed = Pick<OpenCase, 'status' | 'closedAt' | 'outcome' | 'mergedInto'>;

/**
 * The last London day on which a family's words open its request again; null when none do: it is open,
 * goes on as another request, or closed without an outcome, as what was sent by nobody does.
 */
export function lastDayToReopen({ status, closedAt, ...how }: Closed): string | null {
  if (status !== 'closed' || closedAt === null) return null;
  if (how.outcome === null || how.mergedInto !== null) return null;
  return addDays(londonDay(new Date(closedAt)), reopenDays);
}

/** Whether a family may write on `today` (London): to whoever helps it, or to have it opened again. */
export function mayWrite(subject: Closed, today: string): boolean {
  const last = lastDayToReopen(subject);
  return subject.status !== 'closed' || (last !== null && today <= last);
}
