import { listColleagues, namesOf } from '#casework/queue/colleague-store.ts';
import { listQueued } from '#casework/queue/queue-store.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import { receivedDay, workingDaysBetween } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { mayMeasure } from './may-measure.ts';
import {
  countArrivals,
  countClosures,
  countOutcomes,
  countPromises,
  countRefusals,
  countUnmet,
} from './measure-store.ts';
import { firstDayWithin, monthsOf, reportYear, startOfMonth, type Period } from './period.ts';
import { unmetOf } from './unmet.ts';
import { ageLimits, agesOf, openOf, openStatuses, workloadOf } from './workload.ts';

export type Measures = Extract<ReturnType<typeof viewMeasures>, { readonly ok: true }>['value'];

/**
 * What all requests together tell of a period, and of the open ones now, without opening any. Unmet
 * need is always of a whole year from April: tables of overlapping periods could be subtracted.
 * Problem: `not-allowed`.
 */
export function viewMeasures(ctx: Ctx, period: Period) {
  const staff = mayMeasure(ctx.actor);
  if (!staff.ok) return staff;
  const { db } = ctx;
  const today = londonDay(ctx.clock.now());
  const year = reportYear(period.to);
  return success({
    period,
    months: byMonth(period, countArrivals(db, period), countClosures(db, period)),
    ...openNow(ctx, today),
    promises: countPromises(db, period, today),
    outcomes: countOutcomes(db, period),
    refusals: countRefusals(db, period),
    year,
    unmet: unmetOf(countUnmet(db, year)),
  }) satisfies Result<unknown>;
}

type Hours = ReturnType<typeof countArrivals>;

/** Hours belong to the month that London is in; whole hours never lie in two. */
function byMonth(period: Period, arrivals: Hours, closures: Hours) {
  const starts = monthsOf(period).map((month) => ({ month, from: startOfMonth(month) }));
  const sums = (hours: Hours): ReadonlyMap<string, number> => {
    const found = new Map<string, number>();
    for (const { hour, count } of hours) {
      const month = starts.findLast(({ from }) => from.slice(0, 13) <= hour)?.month ?? '';
      found.set(month, (found.get(month) ?? 0) + count);
    }
    return found;
  };
  const [came, went] = [sums(arrivals), sums(closures)];
  return starts.map(({ month }) => ({
    month,
    arrived: came.get(month) ?? 0,
    closed: went.get(month) ?? 0,
  }));
}

/** Open requests by step, by age and by who has them. */
function openNow(ctx: Ctx, today: string) {
  const open = openOf(listQueued(ctx.db, today));
  const closed = closedDays(ctx.settings);
  const since = ageLimits.map((limit) =>
    firstDayWithin(today, (day) => workingDaysBetween(day, today, closed) <= limit),
  );
  const received = open.map(({ receivedAt }) => receivedDay(new Date(receivedAt), closed));
  const colleagues = listColleagues(ctx.db);
  const owners = open.flatMap(({ ownerId }) => ownerId ?? []);
  const names = new Map([...namesOf(ctx.db, owners), ...colleagues.map(pairOf)]);
  return {
    steps: openStatuses.map((status) => ({
      status,
      count: open.filter((one) => one.status === status).length,
    })),
    ages: agesOf(received, since),
    workload: workloadOf(
      open,
      colleagues.map(({ id }) => id),
      today,
    ).map((load) => ({ ...load, name: names.get(load.ownerId ?? '') ?? null })),
  };
}

const pairOf = ({ id, name }: { readonly id: string; readonly name: string }) =>
  [id, name] as const;
