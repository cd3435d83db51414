import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { brokerageCase, retentionRun } from '#db/schema/brokerage.ts';
import { isOnHold } from './hold-store.ts';
import type { ClosedCase } from './retention.ts';

/** Every closed case that is not erased yet, the first closed first. */
export const listClosedCases = (db: Reader): readonly ClosedCase[] =>
  db
    .select({
      id: brokerageCase.id,
      closedAt: brokerageCase.closedAt,
      wish: brokerageCase.wish,
      quarantinedFor: brokerageCase.quarantinedFor,
      isOnHold,
    })
    .from(brokerageCase)
    .where(
      and(
        eq(brokerageCase.status, 'closed'),
        isNull(brokerageCase.erasedAt),
        isNotNull(brokerageCase.closedAt),
      ),
    )
    .orderBy(brokerageCase.closedAt)
    .all()
    .map(({ quarantinedFor, closedAt, ...row }) => ({
      ...row,
      closedAt: closedAt ?? '',
      isSpam: quarantinedFor !== null,
    }));

export type RetentionRun = typeof retentionRun.$inferSelect;

export const insertRun = (db: Reader, run: RetentionRun): void => {
  db.insert(retentionRun).values(run).run();
};

/** The newest run that was no trial. */
export const lastRun = (db: Reader): RetentionRun | undefined =>
  db
    .select()
    .from(retentionRun)
    .where(eq(retentionRun.isTrial, false))
    .orderBy(desc(retentionRun.at))
    .limit(1)
    .get();
