import { asc, gt } from 'drizzle-orm';
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

type Known = {
  /** A hash noted earlier, elsewhere. */
  readonly head?: string | undefined;
  /** The keys of the record before this one, oldest first. */
  readonly olderKeys?: readonly Buffer[];
};

/**
 * Walks the chain from its start. Finds an entry edited, removed, added or moved; `head` also finds a
 * record cut off at its end, which no chain can show. Entries may be made with an older key as long
 * as none after them was made with a newer one.
 */
export function verifyAudit(db: Reader, key: Buffer, known: Known = {}): AuditVerdict {
  let keys = [...(known.olderKeys ?? []), key];
  let previousHash = 'start';
  let seq = 0;
  let headSeen = known.head === undefined;
  for (const entry of entriesOf(db)) {
    seq += 1;
    if (entry.seq !== seq) return { ok: false, seq, fault: 'gap' };
    const madeWith = keys.findIndex((one) => hashOf(one, entry) === entry.hash);
    if (entry.previousHash !== previousHash || madeWith === -1)
      return { ok: false, seq, fault: 'changed' };
    keys = keys.slice(madeWith);
    previousHash = entry.hash;
    headSeen ||= entry.hash === known.head;
  }
  if (!headSeen) return { ok: false, seq, fault: 'head-missing' };
  return { ok: true, entries: seq, head: previousHash };
}

const atOnce = 5_000;

/** A part at a time: years of entries do not fit into memory. */
function* entriesOf(db: Reader) {
  let last: number | undefined;
  for (;;) {
    const part = db
      .select()
      .from(auditEntry)
      .where(last === undefined ? undefined : gt(auditEntry.seq, last))
      .orderBy(asc(auditEntry.seq))
      .limit(atOnce)
      .all();
    yield* part;
    const end = part.at(-1);
    if (end === undefined || part.length < atOnce) return;
    last = end.seq;
  }
}
