import type { CaseStatus } from '#brokerage/case-status.ts';
import type { QueuedCase } from '#casework/queue/queue.ts';

/** What one member of staff has in hand; `ownerId` is null for what nobody has. */
export type Workload = {
  readonly ownerId: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly waiting: number;
  /** When the oldest of them came in. */
  readonly oldest: string | null;
};

export const openStatuses = [
  'new',
  'in-progress',
  'waiting-provider',
  'waiting-family',
] as const satisfies readonly CaseStatus[];

/** Open requests that nobody holds back. */
export const openOf = (queued: readonly QueuedCase[]): readonly QueuedCase[] =>
  queued.filter(({ status, isHeld }) => status !== 'closed' && !isHeld);

/** What each owner has in hand, on a London day; `owners` are there even with nothing. */
export function workloadOf(
  open: readonly QueuedCase[],
  owners: readonly string[],
  today: string,
): readonly Workload[] {
  const known = new Set<string | null>([...owners, ...open.map(({ ownerId }) => ownerId)]);
  return [...known].map((ownerId) => {
    const own = open.filter((one) => one.ownerId === ownerId);
    const received = own.map(({ receivedAt }) => receivedAt).toSorted();
    return {
      ownerId,
      open: own.length,
      overdue: own.filter(({ due }) => due !== null && due < today).length,
      waiting: own.filter(({ status }) => status.startsWith('waiting-')).length,
      oldest: received[0] ?? null,
    };
  });
}

/** Ages of open requests in working days: up to so many, and at last any more. */
export const ageLimits = [2, 5, 10, 20] as const;

/** How many are in each band of age; `since` are the first days that are within each limit. */
export function agesOf(received: readonly string[], since: readonly string[]): readonly number[] {
  const counts = [...since.map(() => 0), 0];
  for (const day of received) {
    const found = since.findIndex((first) => day >= first);
    const band = found === -1 ? since.length : found;
    counts[band] = (counts[band] ?? 0) + 1;
  }
  return counts;
}
