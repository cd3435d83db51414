import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { workOnCase, type AtProblem } from '../file/work-on-case.ts';
import { acknowledge, saveComplaintAnswer } from './complaint-store.ts';

/** What was done about a complaint: the family knows that it came, or has its answer. */
export type ComplaintStep =
  { readonly step: 'acknowledged' } | { readonly step: 'answered'; readonly text: string };

/**
 * Keeps that a complaint was acknowledged or answered; saying so to the family is a letter, a call or
 * a message of its own. Problems: `not-allowed`, `not-found`, `not-in-this-state` (done before).
 */
export const settleComplaint = (
  ctx: Ctx,
  reference: string,
  id: string,
  done: ComplaintStep,
): Result<null, AtProblem | 'not-in-this-state'> =>
  workOnCase(
    ctx,
    { reference, version: null },
    (tx, subject, staff): Result<null, 'not-in-this-state'> => {
      const isKept =
        done.step === 'acknowledged'
          ? acknowledge(tx, ctx, subject, id)
          : saveComplaintAnswer(tx, ctx, subject, staff, { id, text: done.text });
      if (!isKept) return failure('not-in-this-state');
      recordAudit(tx, ctx, {
        action: `complaint-${done.step}`,
        object: `case:${subject.id}`,
        fields: ['complaint'],
      });
      return success(null);
    },
  );
