import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { findFeedback, saveFeedback } from './feedback-store.ts';
import type { FeedbackAnswers } from './feedback.ts';
import { ownCase } from './own-case.ts';
import { addEvent } from './timeline-store.ts';

type FeedbackProblem = 'not-found' | 'not-in-this-state';

/**
 * The family says how it went, once its request is closed; saying it again replaces what it said.
 * `picture` is one that `cleanPicture` made. Problems: `not-found`, `not-in-this-state`.
 */
export function giveFeedback(
  ctx: Ctx,
  answers: FeedbackAnswers,
  picture: Uint8Array | null,
): Result<null, FeedbackProblem> {
  return inTransaction(ctx.db, (tx): Result<null, FeedbackProblem> => {
    const own = ownCase(tx, ctx);
    if (!own.ok) return own;
    const subject = own.value;
    if (subject.status !== 'closed') return failure('not-in-this-state');
    const isFirst = findFeedback(tx, subject) === null;
    saveFeedback(tx, ctx, subject, answers, picture);
    if (isFirst) addEvent(tx, ctx, subject, 'feedback-given');
    recordAudit(tx, ctx, {
      action: 'feedback-given',
      object: `case:${subject.id}`,
      fields: picture === null ? ['answers'] : ['answers', 'picture'],
    });
    return success(null);
  });
}
