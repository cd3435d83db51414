import { inArray } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { accessLink, outboxMessage, visit } from '#db/schema/platform.ts';

/** Removes every link to these subjects, every way in that they opened, and every message about them. */
export function forgetSubjects(tx: Tx, subjectIds: readonly string[]): void {
  const ids = [...subjectIds];
  tx.delete(visit).where(inArray(visit.subjectId, ids)).run();
  tx.delete(accessLink).where(inArray(accessLink.subjectId, ids)).run();
  tx.delete(outboxMessage).where(inArray(outboxMessage.subjectId, ids)).run();
}
