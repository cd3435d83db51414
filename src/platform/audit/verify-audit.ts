import { asc } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { auditEntry } from '#db/schema/platform.ts';
import { hashOf } from './audit-entry.ts';

export type AuditVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | {
      readonly ok: false;
      readonly seq: number;
      readonly fault: 'changed' | 'gap' | 'head-missing';
    };

/**
 * Walks the chain from its start. Finds an entry edited, removed, added or moved; `knownHead` (a
 * hash noted earlier, elsewhere) also finds a record cut off at its end, which no chain can show.
 */
export function verifyAudit(db: Reader, key: Buffer, knownHead?: string): AuditVerdict {
  let previousHash = 'start';
  let seq = 0;
  let headSeen = knownHead === undefined;
  for (const entry of db.select().from(auditEntry).orderBy(asc(auditEntry.seq)).all()) {
    seq += 1;
    if (entry.seq !== seq) return { ok: false, seq, fault: 'gap' };
    const intact = entry.previousHash === previousHash && hashOf(key, entry) === entry.hash;
    if (!intact) return { ok: false, seq, fault: 'changed' };
    previousHash = entry.hash;
    headSeen ||= entry.hash === knownHead;
  }
  if (!headSeen) return { ok: false, seq, fault: 'head-missing' };
  return { ok: true, entries: seq, head: previousHash };
}
