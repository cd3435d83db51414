import { and, count, eq, isNull, ne } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { caseCall } from '#db/schema/casework.ts';

/** How often the family was phoned and not reached. */
export const countMissedCalls = (db: Reader, caseId: string): number =>
  db
    .select({ all: count() })
    .from(caseCall)
    .where(
      and(
        eq(caseCall.caseId, caseId),
        eq(caseCall.direction, 'out'),
        ne(caseCall.result, 'reached'),
        isNull(caseCall.enquiryId),
      ),
    )
    .get()?.all ?? 0;
