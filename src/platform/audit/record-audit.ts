import type { Tx } from '#db/open-database.ts';
import { auditEntry } from '#db/schema/platform.ts';
import type { Actor, App } from '../context.ts';
import { hashOf, nameActor } from './audit-entry.ts';
import { findHead } from './find-head.ts';

/**
 * Adds one entry to the chain, in the transaction that makes the change it records (or reads the
 * sensitive fields it names). `object` is an id such as `case:…`; `fields` are names, not values.
 */
export function recordAudit(
  tx: Tx,
  ctx: Pick<App, 'clock' | 'keys'> & { readonly actor: Actor },
  what: { action: string; object: string; fields?: readonly string[]; reason?: string },
): void {
  const last = findHead(tx);
  const entry = {
    seq: last.seq + 1,
    at: ctx.clock.now().toISOString(),
    ...nameActor(ctx.actor),
    action: what.action,
    object: what.object,
    fields: what.fields ?? [],
    reason: what.reason ?? null,
    previousHash: last.hash,
  };
  tx.insert(auditEntry)
    .values({ ...entry, hash: hashOf(ctx.keys.audit, entry) })
    .run();
}
