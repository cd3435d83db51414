import { desc } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { auditEntry } from '#db/schema/platform.ts';

/** The newest entry's number and hash, which covers all entries before it. */
export const findHead = (db: Reader): { readonly seq: number; readonly hash: string } =>
  db
    .select({ seq: auditEntry.seq, hash: auditEntry.hash })
    .from(auditEntry)
    .orderBy(desc(auditEntry.seq))
    .limit(1)
    .get() ?? { seq: 0, hash: 'start' };
