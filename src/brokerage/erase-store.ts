import { eq, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/open-database.ts';
import * as kept from '#db/schema/brokerage.ts';
import * as worked from '#db/schema/casework.ts';
import type { App } from '#platform/context.ts';
import { isOnHold } from './hold-store.ts';

/** What erasing must know of a case, which it need not be able to open. */
export const findErasable = (db: Reader, id: string) =>
  db
    .select({
      isOnHold,
      erasedAt: kept.brokerageCase.erasedAt,
      quarantinedFor: kept.brokerageCase.quarantinedFor,
      status: kept.brokerageCase.status,
    })
    .from(kept.brokerageCase)
    .where(eq(kept.brokerageCase.id, id))
    .get();

/** The questions that were put to providers about a case. */
export const enquiryIdsOf = (db: Reader, caseId: string): readonly string[] =>
  db
    .select({ id: worked.enquiry.id })
    .from(worked.enquiry)
    .where(eq(worked.enquiry.caseId, caseId))
    .all()
    .map(({ id }) => id);

/** Removes all that belongs to a case; of the case itself only its id, reference and months stay. */
export function eraseRows(tx: Tx, ctx: Pick<App, 'clock'>, caseId: string): void {
  for (const table of [
    kept.timelineEvent,
    kept.offer,
    worked.enquiry,
    worked.caseNote,
    worked.caseCall,
    worked.caseTask,
    worked.casePlace,
    worked.caseContact,
    worked.caseReferral,
    worked.caseTie,
    worked.complaint,
    worked.erasureRequest,
    kept.caseMessage,
    kept.caseFeedback,
    kept.accessCode,
  ]) {
    tx.delete(table).where(eq(table.caseId, caseId)).run();
  }
  tx.delete(worked.caseTie).where(eq(worked.caseTie.otherId, caseId)).run();
  const { requestDraft } = kept;
  tx.delete(requestDraft)
    .where(or(eq(requestDraft.caseId, caseId), eq(requestDraft.changesCaseId, caseId)))
    .run();
  leaveTombstone(tx, ctx, caseId);
}

const nothing = {
  ...{ wrappedKey: null, sealedFamily: null, emailIndex: null, phoneIndex: null },
  ...{ ownerId: null, nextAction: null, nextActionDue: null, outcome: null },
  ...{ isUrgent: false, quarantinedFor: null, mergedInto: null, reopenedAt: null },
  ...{ contactDue: null, contactedAt: null, optionsDue: null, optionsAt: null, waitingSince: null },
};

function leaveTombstone(tx: Tx, ctx: Pick<App, 'clock'>, caseId: string): void {
  const { brokerageCase } = kept;
  const now = ctx.clock.now().toISOString();
  const startOfMonth = (at: unknown) => sql<string>`substr(${at}, 1, 7) || '-01T00:00:00.000Z'`;
  tx.update(brokerageCase)
    .set({
      ...nothing,
      status: 'closed',
      erasedAt: now,
      receivedAt: startOfMonth(brokerageCase.receivedAt),
      closedAt: startOfMonth(sql`coalesce(${brokerageCase.closedAt}, ${now})`),
      version: sql<number>`${brokerageCase.version} + 1`,
    })
    .where(eq(brokerageCase.id, caseId))
    .run();
}
