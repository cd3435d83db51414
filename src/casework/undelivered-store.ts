import { eq } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { caseOfEnquiry } from './asking/enquiry-store.ts';

/** The reference of the case that a message is about, by the case's id or an enquiry's; null for none. */
export function referenceOfSubject(db: Reader, subjectId: string): string | null {
  const caseId = caseOfEnquiry(db, subjectId) ?? subjectId;
  const found = db
    .select({ reference: brokerageCase.reference })
    .from(brokerageCase)
    .where(eq(brokerageCase.id, caseId))
    .get();
  return found?.reference ?? null;
}
