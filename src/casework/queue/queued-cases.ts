import { changeMark } from '#platform/change-mark.ts';
import type { App } from '#platform/context.ts';
import { remembered } from '#platform/process-memory.ts';
import { byDueDay, type QueuedCase } from './queue.ts';
import { countClosed, listQueued } from './queue-store.ts';

type Queued = {
  /** In the order in which they are due. */
  readonly cases: readonly QueuedCase[];
  readonly byId: ReadonlyMap<string, QueuedCase>;
  /** How many have closed. */
  readonly closed: number;
};

const nothingKnown = (): { as: string; queued: Queued | null } => ({ as: '', queued: null });

/** What is in the queue on a London day; read anew only when something has changed. */
export function queuedCases({ db, memory }: Pick<App, 'db' | 'memory'>, today: string): Queued {
  const known = remembered(memory, 'casework.queued', nothingKnown);
  const as = `${today} ${changeMark(db)}`;
  if (known.as === as && known.queued) return known.queued;
  const cases = listQueued(db, today).toSorted(byDueDay);
  const byId = new Map(cases.map((one) => [one.id, one]));
  known.queued = { cases, byId, closed: countClosed(db) };
  known.as = as;
  return known.queued;
}
