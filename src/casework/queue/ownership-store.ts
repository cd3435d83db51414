import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { brokerageCase } from '#db/schema/brokerage.ts';
import type { Tx } from '#db/open-database.ts';

/** Gives an open case that nobody owns to one member of staff; false when somebody was first. */
export const takeOwnership = (tx: Tx, caseId: string, staffId: string): boolean =>
  tx
    .update(brokerageCase)
    .set({
      ownerId: staffId,
      status: sql`case when status = 'new' then 'in-progress' else status end`,
      nextAction: sql`case when status = 'new' then 'find-places' else next_action end`,
      version: sql`version + 1`,
    })
    .where(
      and(
        eq(brokerageCase.id, caseId),
        isNull(brokerageCase.ownerId),
        ne(brokerageCase.status, 'closed'),
      ),
    )
    .run().changes === 1;
