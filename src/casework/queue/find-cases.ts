import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { contactIndex } from '#platform/crypto/blind-index.ts';
import { success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { staffWith } from '../staff-rights.ts';
import { openRows, type QueueRow } from './list-queue.ts';
import { findRows } from './queue-store.ts';

/** A reference as people read it out: small letters, without its dashes or its start. */
export function readReference(text: string): string {
  const plain = text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^FIS/, '');
  return `FIS-${plain.slice(0, 4)}-${plain.slice(4)}`;
}

/**
 * The requests of exactly this reference, e-mail address or phone number, open or closed, the latest
 * first; that somebody searched is on the record, not for whom. Problem: `not-allowed`.
 */
export function findCases(ctx: Ctx, text: string): Result<readonly QueueRow[], 'not-allowed'> {
  const staff = staffWith('read', ctx.actor);
  if (!staff.ok) return staff;
  const rows = findRows(ctx.db, {
    reference: readReference(text),
    email: text.includes('@') ? contactIndex(ctx.keys, 'email', text) : null,
    phone: contactIndex(ctx.keys, 'phone', text),
  });
  inTransaction(ctx.db, (tx) => {
    recordAudit(tx, ctx, { action: 'queue-searched', object: 'queue', fields: ['contact'] });
    return null;
  });
  return success(openRows(ctx, rows).rows);
}
