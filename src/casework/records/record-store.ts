import { asc, eq } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { auditEntry } from '#db/schema/platform.ts';

/** The id of a case by its reference, also of one that was erased. */
export const caseIdOf = (db: Reader, reference: string): string | undefined =>
  db
    .select({ id: brokerageCase.id })
    .from(brokerageCase)
    .where(eq(brokerageCase.reference, reference))
    .get()?.id;

/** What the record says of one case, in the order in which it was. */
export const listEntries = (db: Reader, caseId: string) =>
  db
    .select()
    .from(auditEntry)
    .where(eq(auditEntry.object, `case:${caseId}`))
    .orderBy(asc(auditEntry.seq))
    .all();
export type Entry = ReturnType<typeof listEntries>[number];
