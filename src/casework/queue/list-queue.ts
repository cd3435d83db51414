import { openCase, type CaseRow, type OpenCase } from '#brokerage/case-store.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { asSeenBy } from '../file/as-seen-by.ts';
import { isLetIn, staffWith } from '../staff-rights.ts';
import { fits, noFilters, type CaseFacts } from './case-facts.ts';
import { factsOfCases } from './case-index.ts';
import { namesOf } from './colleague-store.ts';
import {
  clockOf,
  dueOn,
  isInView,
  openViews,
  queueViews,
  runningClock,
  type CaseClock,
  type DueTask,
  type Promised,
  type QueuedCase,
  type QueueView,
} from './queue.ts';
import type { QueueQuery } from './queue-query.ts';
import { queuedCases } from './queued-cases.ts';
import { inOrder, listClosedRows, listRowsOf } from './queue-store.ts';

export type QueueRow = {
  readonly subject: OpenCase;
  /** Of the first thing that is due. */
  readonly clock: CaseClock;
  readonly due: string | null;
  /** What is due first besides the next action. */
  readonly task: DueTask | null;
  /** The promise to the family that runs, and how it stands. */
  readonly promised: (Promised & { readonly clock: CaseClock }) | null;
  /** The owner's name, '' when their account is gone; null for nobody. */
  readonly owner: string | null;
};
export type Queue = {
  readonly query: QueueQuery;
  readonly rows: readonly QueueRow[];
  /** References of cases that do not open: damaged, or sealed with a key that is not here. */
  readonly unreadable: readonly string[];
  readonly counts: Readonly<Record<QueueView, number>>;
  /** How many are held back until somebody has looked at them. */
  readonly held: number;
  /** The languages and wards of the open cases, to choose from. */
  readonly languages: readonly string[];
  readonly wards: readonly { readonly code: string; readonly name: string }[];
  readonly pageCount: number;
};

export const casesPerPage = 25;

/** One page of the brokers' queue; the filters apply to what is open. Problem: `not-allowed`. */
export function listQueue(ctx: Ctx, query: QueueQuery): Result<Queue, 'not-allowed'> {
  const staff = staffWith('read', ctx.actor);
  if (!staff.ok) return staff;
  // Who may not read of children's needs may not sift by them either.
  const filters = staffWith('sensitive', ctx.actor).ok
    ? query.filters
    : { ...query.filters, needs: false };
  const looking = { staffId: staff.value.id, today: londonDay(ctx.clock.now()) };
  const queued = queuedCases(ctx, looking.today);
  const facts = factsOfCases(ctx, queued.cases);
  const fitting = queued.cases.filter((one) => {
    const known = facts.get(one.id);
    return isLetIn(ctx.actor, known?.letsTeamIn ?? false) && fits(one, known, filters);
  });
  const lists = Object.fromEntries(
    openViews.map((view) => [view, fitting.filter((one) => isInView(one, view, looking))]),
  ) as Readonly<Partial<Record<QueueView, readonly QueuedCase[]>>>;
  const counts = Object.fromEntries(
    queueViews.map((view) => [view, lists[view]?.length ?? queued.closed]),
  ) as Record<QueueView, number>;
  const pageCount = Math.max(1, Math.ceil(counts[query.view] / casesPerPage));
  const page = Math.min(Math.max(1, Math.trunc(query.page)), pageCount);
  const rows = pageOf(ctx, lists[query.view], (page - 1) * casesPerPage);
  return success({
    query: { ...query, filters, page, ...(query.view === 'closed' && { filters: noFilters }) },
    ...openRows(ctx, rows, queued.byId),
    counts,
    held: queued.cases.filter(({ isHeld, status }) => isHeld && status !== 'closed').length,
    ...choices(facts),
    pageCount,
  });
}

function pageOf(ctx: Ctx, list: readonly QueuedCase[] | undefined, offset: number) {
  if (!list) return listClosedRows(ctx.db, { offset, limit: casesPerPage });
  const ids = list.slice(offset, offset + casesPerPage).map(({ id }) => id);
  return inOrder(ids, listRowsOf(ctx.db, ids));
}

/** Rows as the queue shows them; `queued` knows the tasks of those that are open. */
export function openRows(
  ctx: Ctx,
  rows: readonly CaseRow[],
  queued: ReadonlyMap<string, QueuedCase> = new Map(),
): Pick<Queue, 'rows' | 'unreadable'> {
  const today = londonDay(ctx.clock.now());
  const closed = closedDays(ctx.settings);
  const names = namesOf(
    ctx.db,
    rows.flatMap(({ ownerId }) => ownerId ?? []),
  );
  const opened = rows.map((row) => ({ reference: row.reference, subject: tryToOpen(ctx, row) }));
  return {
    rows: opened.flatMap(({ subject }) => {
      if (!subject) return [];
      const task = queued.get(subject.id)?.task ?? null;
      const due = dueOn({ ...subject, task });
      const promised = runningClock(subject);
      return {
        ...{ subject, task, due },
        clock: clockOf(due, today, closed),
        promised: promised && { ...promised, clock: clockOf(promised.due, today, closed) },
        owner: subject.ownerId === null ? null : (names.get(subject.ownerId) ?? ''),
      };
    }),
    unreadable: opened.filter(({ subject }) => !subject).map(({ reference }) => reference),
  };
}

/** One case that does not open must not hide the others. */
function tryToOpen(ctx: Ctx, row: CaseRow): OpenCase | undefined {
  try {
    const subject = openCase(ctx, row);
    return subject && asSeenBy(ctx, subject);
  } catch {
    ctx.log.error('case does not open', { id: row.id });
    return undefined;
  }
}

function choices(facts: ReadonlyMap<string, CaseFacts>): Pick<Queue, 'languages' | 'wards'> {
  const wards = new Map<string, { readonly code: string; readonly name: string }>();
  const languages = new Set<string>();
  for (const { ward, language } of facts.values()) {
    if (ward) wards.set(ward.code, ward);
    languages.add(language);
  }
  return {
    languages: [...languages].sort(),
    wards: [...wards.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
