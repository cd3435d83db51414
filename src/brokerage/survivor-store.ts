import { eq } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';

/** A request can be joined to one that was joined in its turn; nobody joins so many. */
const furthest = 8;

/** The case that goes on for a family whose request was joined to another; its own when it was not. */
export function survivorOf(db: Reader, caseId: string): string {
  let id = caseId;
  for (let step = 0; step < furthest; step += 1) {
    const next = db
      .select({ into: brokerageCase.mergedInto })
      .from(brokerageCase)
      .where(eq(brokerageCase.id, id))
      .get()?.into;
    if (typeof next !== 'string') return id;
    id = next;
  }
  return id;
}
