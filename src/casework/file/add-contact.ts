import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { insertContact, type ContactDetail } from './contact-store.ts';
import { workOnCase, type AtProblem } from './work-on-case.ts';

/**
 * A professional round the child, for this case alone: a child whom another team knows is a contact
 * here and never an entry in a register. One of them leads. Problems: `not-allowed`, `not-found`.
 */
export const addContact = (
  ctx: Ctx,
  reference: string,
  added: Omit<ContactDetail, 'by'> & { readonly isLead: boolean; readonly once: string },
): Result<null, AtProblem> =>
  workOnCase(ctx, { reference, version: null }, (tx, subject, staff) => {
    insertContact(tx, ctx, subject, staff, added);
    recordAudit(tx, ctx, {
      action: 'contact-added',
      object: `case:${subject.id}`,
      fields: added.isLead ? ['contact', 'lead'] : ['contact'],
    });
    return success(null);
  });
