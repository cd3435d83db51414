import type { Tx } from '#db/open-database.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { forgetSubjects } from '#platform/links/forget-subjects.ts';
import { removeMailFiles } from '#platform/mail/remove-mail-files.ts';
import { messageIdsOf } from '#platform/outbox/outbox-store.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { findCase, type OpenCase } from './case-store.ts';
import { closeCase } from './close-case.ts';
import { enquiryIdsOf, eraseRows, findErasable } from './erase-store.ts';

/** Who or what asked for it; kept in the record. */
export type EraseReason = 'family-asked' | 'staff-asked' | 'kept-long-enough' | 'spam';

/**
 * Erases a case in the caller's transaction, for good: its key is destroyed, so that copies in older
 * backups open no more, and so is everything about it. Its id, reference and months stay, with the
 * anonymous row for sufficiency, which a case that was open gets now. Messages that were written to
 * files go with it. One that was erased before is
 * left as it is. It must be authorised by the caller. Problems: `not-found`, `on-hold`.
 */
export function eraseCase(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  reason: EraseReason,
): Result<null, 'not-found' | 'on-hold'> {
  const found = findErasable(tx, caseId);
  if (!found) return failure('not-found');
  if (found.erasedAt !== null) return success(null);
  if (found.isOnHold) return failure('on-hold');
  if (found.status !== 'closed' && found.quarantinedFor === null) closeFirst(tx, ctx, caseId);
  const subjects = [caseId, ...enquiryIdsOf(tx, caseId)];
  removeMailFiles(ctx.settings, messageIdsOf(tx, subjects));
  forgetSubjects(tx, subjects);
  eraseRows(tx, ctx, caseId);
  const fields = ['family', 'events', 'offers', 'enquiries', 'messages', 'feedback'];
  recordAudit(tx, ctx, { action: 'case-erased', object: `case:${caseId}`, fields, reason });
  return success(null);
}

/** Keeps the gap on record. */
function closeFirst(tx: Tx, ctx: Ctx, caseId: string): void {
  const subject = tryToOpen(tx, ctx, caseId);
  if (subject) closeCase(tx, ctx, subject, 'withdrawn');
}

/** A case that no longer opens is erased all the same. */
function tryToOpen(tx: Tx, ctx: Ctx, id: string): OpenCase | undefined {
  try {
    return findCase(tx, ctx, { id });
  } catch {
    ctx.log.error('case erased without its row for sufficiency', { id });
    return undefined;
  }
}
