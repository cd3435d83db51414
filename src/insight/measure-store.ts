import { and, asc, between, count, eq, gte, isNull, lt, sql, type AnyColumn } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { demand } from '#db/schema/insight.ts';
import { boundsOf, type Period } from './period.ts';

const { receivedAt, closedAt, quarantinedFor, mergedInto } = brokerageCase;

/** Requests that came in within a period, by the hour of UTC, `YYYY-MM-DDTHH`. */
export const countArrivals = (db: Reader, period: Period) =>
  countHours(db, period, receivedAt, isNull(quarantinedFor));

/** Requests that closed within a period, by the hour; not those that went on as another. */
export const countClosures = (db: Reader, period: Period) =>
  countHours(db, period, closedAt, and(isNull(quarantinedFor), isNull(mergedInto)));

function countHours(
  db: Reader,
  period: Period,
  at: typeof receivedAt | typeof closedAt,
  which: ReturnType<typeof and>,
): readonly { readonly hour: string; readonly count: number }[] {
  const { from, until } = boundsOf(period);
  const hour = sql<string>`substr(${at}, 1, 13)`;
  return db
    .select({ hour, count: count() })
    .from(brokerageCase)
    .where(and(gte(at, from), lt(at, until), which))
    .groupBy(hour)
    .all();
}

/** How one promise was kept: in time, late, not at all so far, and what still has time. */
export type Kept = {
  readonly inTime: number;
  readonly late: number;
  readonly missed: number;
  readonly open: number;
};

/**
 * How the two promises were kept for the requests that came in within a period, as of a London day.
 * A request that closed before its day without it counts in none.
 */
export function countPromises(db: Reader, period: Period, today: string) {
  const { from, until } = boundsOf(period);
  const { contactDue, contactedAt, optionsDue, optionsAt, waitingSince } = brokerageCase;
  const [found] = db
    .select({
      ...columnsOf('contact', contactDue, contactedAt, sql`0`, today),
      ...columnsOf('options', optionsDue, optionsAt, sql`${waitingSince} is not null`, today),
    })
    .from(brokerageCase)
    .where(and(gte(receivedAt, from), lt(receivedAt, until), isNull(quarantinedFor)))
    .all();
  const keptOf = (step: 'contact' | 'options'): Kept => ({
    inTime: found?.[`${step} inTime`] ?? 0,
    late: found?.[`${step} late`] ?? 0,
    missed: found?.[`${step} missed`] ?? 0,
    open: found?.[`${step} open`] ?? 0,
  });
  return { contact: keptOf('contact'), options: keptOf('options') };
}

/** Nobody is at work in the one hour of a summer night in which London's day is not the moment's. */
function columnsOf<Step extends string>(
  step: Step,
  due: AnyColumn,
  at: AnyColumn,
  isStill: ReturnType<typeof sql>,
  today: string,
) {
  const many = (which: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${which}), 0)`;
  const day = sql`substr(${at}, 1, 10)`;
  const ended = sql`substr(${closedAt}, 1, 10)`;
  const isOpen = sql`${brokerageCase.status} <> 'closed'`;
  const missing = sql`${due} is not null and ${at} is null`;
  const columns = {
    [`${step} inTime`]: many(sql`${day} <= ${due}`),
    [`${step} late`]: many(sql`${day} > ${due}`),
    [`${step} missed`]: many(
      sql`${missing} and ((${isOpen} and not ${isStill} and ${due} < ${today}) or (not ${isOpen} and ${ended} > ${due}))`,
    ),
    [`${step} open`]: many(sql`${missing} and ${isOpen} and (${isStill} or ${due} >= ${today})`),
  };
  return columns as Record<`${Step} ${keyof Kept}`, ReturnType<typeof many>>;
}

const isIn = ({ from, to }: Period) => between(demand.closedMonth, from, to);
type Counted = readonly { readonly code: string; readonly count: number }[];

/** How the requests that closed within a period ended, a child each. */
export const countOutcomes = (db: Reader, period: Period): Counted =>
  db
    .select({ code: demand.outcome, count: count() })
    .from(demand)
    .where(isIn(period))
    .groupBy(demand.outcome)
    .all();

/** Why places were not to be had, by reason, for each child of the requests closed in a period. */
export const countRefusals = (db: Reader, period: Period): Counted =>
  db
    .select({ code: sql<string>`refusal.value`, count: count() })
    .from(sql`${demand}, json_each(${demand.refusals}) as refusal`)
    .where(isIn(period))
    .groupBy(sql`refusal.value`)
    .all();

/** Children by where they live, how old they are and what would help them; `unmet` had no place. */
export const countUnmet = (db: Reader, period: Period) =>
  db
    .select({
      wardCode: demand.wardCode,
      wardName: sql<string | null>`max(${demand.wardName})`,
      ageBand: demand.ageBand,
      needGroups: demand.needGroups,
      unmet: sql<number>`sum(${eq(demand.outcome, 'unmet')})`,
    })
    .from(demand)
    .where(isIn(period))
    .groupBy(demand.wardCode, demand.ageBand, demand.needGroups)
    .orderBy(asc(demand.wardName))
    .all();
