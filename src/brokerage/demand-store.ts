import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { demand } from '#db/schema/insight.ts';
import type { App } from '#platform/context.ts';
import type { Demand } from './demand.ts';

/** Keeps one anonymous row; its id is fresh, so that it cannot be matched to its case. */
export const insertDemand = (tx: Tx, ctx: Pick<App, 'ids'>, row: Demand): void => {
  tx.insert(demand)
    .values({ ...row, id: ctx.ids.id() })
    .run();
};

const told = [
  ...(['closedMonth', 'wardCode', 'wardName', 'ageBand', 'days'] as const),
  ...(['hoursPerWeek', 'needGroups', 'kinds', 'termTime', 'asked', 'refusals'] as const),
  'outcome',
] satisfies readonly (keyof Demand)[];

/** Takes one such row back. Which of several it is makes no difference: none says whose it is. */
export function deleteDemand(tx: Tx, row: Demand): void {
  const same = told.map((name) => sql`${demand[name]} is ${stored(row[name])}`);
  const one = tx
    .select({ id: demand.id })
    .from(demand)
    .where(and(...same))
    .limit(1)
    .get();
  if (one !== undefined) tx.delete(demand).where(eq(demand.id, one.id)).run();
}

const stored = (value: Demand[keyof Demand]) =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
