import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { deleteContact } from './contact-store.ts';
import { workOnCase, type AtProblem } from './work-on-case.ts';

/** Takes a professional off a case. Problems: `not-allowed`, `not-found`. */
export const removeContact = (
  ctx: Ctx,
  reference: string,
  contactId: string,
): Result<null, AtProblem> =>
  workOnCase(ctx, { reference, version: null }, (tx, subject) => {
    if (!deleteContact(tx, subject, contactId)) return failure('not-found');
    recordAudit(tx, ctx, {
      action: 'contact-removed',
      object: `case:${subject.id}`,
      fields: ['contact'],
    });
    return success(null);
  });
