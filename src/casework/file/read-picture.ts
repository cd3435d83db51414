import { findPicture } from '#brokerage/feedback-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { findCaseFor } from '../staff-cases.ts';
import { staffWith } from '../staff-rights.ts';

/**
 * The picture that came with a family's feedback, as a JPEG file; the reading is audited. Problems:
 * `not-allowed`, `not-found`.
 */
export function readPicture(
  ctx: Ctx,
  reference: string,
): Result<Buffer, 'not-allowed' | 'not-found'> {
  const staff = staffWith('sensitive', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<Buffer, 'not-found'> => {
    const subject = findCaseFor(tx, ctx, { reference });
    const picture = subject ? findPicture(tx, subject) : null;
    if (!subject || picture === null) return failure('not-found');
    recordAudit(tx, ctx, {
      action: 'picture-read',
      object: `case:${subject.id}`,
      fields: ['picture'],
    });
    return success(picture);
  });
}
