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
