import { and, asc, desc, eq, isNull, ne, sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import type { CaseRow } from '#brokerage/case-store.ts';
import type { QueueView } from './queue.ts';

const open = ne(brokerageCase.status, 'closed');
/** Not held back until somebody has looked at it. */
const isLetIn = isNull(brokerageCase.quarantinedFor);
const inView = (view: QueueView, staffId: string): SQL | undefined => {
  switch (view) {
    case 'unassigned':
      return and(open, isLetIn, isNull(brokerageCase.ownerId));
    case 'mine':
      return and(open, eq(brokerageCase.ownerId, staffId));
    case 'all':
      return and(open, isLetIn);
    case 'closed':
      return and(eq(brokerageCase.status, 'closed'), isLetIn, isNull(brokerageCase.erasedAt));
  }
};

/** One page of a view: what is due first comes first; closed cases, the latest first. */
export const listCaseRows = (
  db: Reader,
  view: QueueView,
  staffId: string,
  page: { readonly offset: number; readonly limit: number },
): readonly CaseRow[] =>
  db
    .select()
    .from(brokerageCase)
    .where(inView(view, staffId))
    .orderBy(
      view === 'closed' ? desc(brokerageCase.closedAt) : asc(brokerageCase.nextActionDue),
      asc(brokerageCase.receivedAt),
    )
    .limit(page.limit)
    .offset(page.offset)
    .all();

export const countCases = (db: Reader, view: QueueView, staffId: string): number =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(brokerageCase)
    .where(inView(view, staffId))
    .get()?.count ?? 0;
