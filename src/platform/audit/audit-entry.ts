import { createHmac } from 'node:crypto';
import type { Actor } from '../context.ts';

/** One line of the record: who did what to which object, and which fields; never their values. */
export type AuditEntry = {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly action: string;
  readonly object: string;
  readonly fields: readonly string[];
  readonly reason: string | null;
  readonly previousHash: string;
};

/** HMAC-SHA256 over the entry and the hash before it, so that no entry can be changed or moved. */
export function hashOf(key: Buffer, entry: AuditEntry): string {
  const { seq, at, actor, role, action, object, fields, reason, previousHash } = entry;
  const canonical = JSON.stringify([
    seq,
    at,
    actor,
    role,
    action,
    object,
    fields,
    reason,
    previousHash,
  ]);
  return createHmac('sha256', key).update(canonical).digest('hex');
}

/** How an actor is named in the record. */
export function nameActor(actor: Actor): { actor: string; role: string } {
  switch (actor.kind) {
    case 'staff':
      return { actor: `staff:${actor.id}`, role: actor.role };
    case 'family':
      return { actor: `family:${actor.caseId}`, role: 'family' };
    case 'provider':
      return { actor: `provider:${actor.enquiryId}`, role: 'provider' };
    case 'public':
    case 'system':
      return { actor: actor.kind, role: actor.kind };
  }
}
