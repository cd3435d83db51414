import type { OpenCase } from '#brokerage/case-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { findCaseFor } from '../staff-cases.ts';
import { staffWith, type CaseRight } from '../staff-rights.ts';
import { asSeenBy, seesSensitive } from './as-seen-by.ts';

/** What the record says was read: what anybody with `read` sees, and what only `sensitive` does. */
const plainFields = ['wish'] as const;
const sensitiveFields = [...plainFields, 'contact', 'needs', 'health', 'words', 'notes'] as const;

/**
 * What a family told, for a member of staff, masked for who lacks the right `sensitive`; the reading
 * is audited with the groups of fields that were read. `right` is what is needed to read at all.
 * Problems: `not-allowed`, `not-found`.
 */
export function readCase(
  ctx: Ctx,
  reference: string,
  right: CaseRight = 'read',
): Result<OpenCase, 'not-allowed' | 'not-found'> {
  const staff = staffWith(right, ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<OpenCase, 'not-found'> => {
    const subject = findCaseFor(tx, ctx, { reference });
    if (!subject) return failure('not-found');
    recordAudit(tx, ctx, {
      action: 'case-read',
      object: `case:${subject.id}`,
      fields: seesSensitive(ctx) ? sensitiveFields : plainFields,
    });
    return success(asSeenBy(ctx, subject));
  });
}
