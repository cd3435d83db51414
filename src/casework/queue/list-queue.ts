import { openCase, type CaseRow, type OpenCase } from '#brokerage/case-store.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { clockOf, queueViews, type CaseClock, type QueueView } from './queue.ts';
import { countCases, listCaseRows } from './queue-store.ts';
import { staffWith } from '../staff-rights.ts';

export type QueueRow = { readonly subject: OpenCase; readonly clock: CaseClock };
export type Queue = {
  readonly view: QueueView;
  readonly rows: readonly QueueRow[];
  /** References of cases that do not open: damaged, or sealed with a key that is not here. */
  readonly unreadable: readonly string[];
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
  const caseRows = listCaseRows(ctx.db, view, staff.value.id, {
    offset: (shown - 1) * casesPerPage,
    limit: casesPerPage,
  });
  const opened = caseRows.map((row) => ({
    reference: row.reference,
    subject: tryToOpen(ctx, row),
  }));
  const rows = opened.flatMap(({ subject }) =>
    subject ? [{ subject, clock: clockOf(subject.nextActionDue, today, closed) }] : [],
  );
  const unreadable = opened.filter(({ subject }) => !subject).map(({ reference }) => reference);
  return success({ view, rows, unreadable, counts, page: shown, pageCount });
}

/** One case that does not open must not hide the others. */
function tryToOpen(ctx: Ctx, row: CaseRow): OpenCase | undefined {
  try {
    return openCase(ctx, row);
  } catch {
    ctx.log.error('case does not open', { id: row.id });
    return undefined;
  }
}
