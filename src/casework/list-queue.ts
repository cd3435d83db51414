import { openCase, type OpenCase } from '#brokerage/case-store.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { clockOf, queueViews, type CaseClock, type QueueView } from './queue.ts';
import { countCases, listCaseRows } from './queue-store.ts';
import { staffWith } from './staff-rights.ts';

export type QueueRow = { readonly subject: OpenCase; readonly clock: CaseClock };
export type Queue = {
  readonly view: QueueView;
  readonly rows: readonly QueueRow[];
  readonly counts: Readonly<Record<QueueView, number>>;
  readonly page: number;
  readonly pageCount: number;
};

export const casesPerPage = 25;

/** One page of the brokers' queue. Problem: `not-allowed`. */
export function listQueue(ctx: Ctx, view: QueueView, page: number): Result<Queue, 'not-allowed'> {
  const staff = staffWith('read', ctx.actor);
  if (!staff.ok) return staff;
  const counts = Object.fromEntries(
    queueViews.map((name) => [name, countCases(ctx.db, name, staff.value.id)]),
  ) as Record<QueueView, number>;
  const pageCount = Math.max(1, Math.ceil(counts[view] / casesPerPage));
  const shown = Math.min(Math.max(1, Math.trunc(page)), pageCount);
  const today = londonDay(ctx.clock.now());
  const closed = closedDays(ctx.settings);
  const rows = listCaseRows(ctx.db, view, staff.value.id, {
    offset: (shown - 1) * casesPerPage,
    limit: casesPerPage,
  }).flatMap((row) => {
    const subject = openCase(ctx, row);
    return subject ? [{ subject, clock: clockOf(subject.nextActionDue, today, closed) }] : [];
  });
  return success({ view, rows, counts, page: shown, pageCount });
}
