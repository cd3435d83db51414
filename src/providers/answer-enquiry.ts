import type { ProviderAnswer } from '#brokerage/provider-answer.ts';
import { keepAnswer } from '#casework/asking/keep-answer.ts';
import { noFacts, type LearnedFacts } from '#casework/asking/learned-facts.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { readEnquiry } from './read-enquiry.ts';

type AnswerProblem = 'not-found' | 'not-in-this-state';

/**
 * Keeps a provider's answer and puts it before the broker, and what else it said of itself before
 * whoever keeps the directory. It may be changed until the case closes. Problems: `not-found`,
 * `not-in-this-state` (the case has closed).
 */
export function answerEnquiry(
  ctx: Ctx,
  answer: ProviderAnswer,
  facts: LearnedFacts = noFacts,
): Result<null, AnswerProblem> {
  return inTransaction(ctx.db, (tx): Result<null, AnswerProblem> => {
    const own = readEnquiry(tx, ctx);
    if (!own.ok) return own;
    if (own.value.subject.status === 'closed') return failure('not-in-this-state');
    keepAnswer(tx, ctx, own.value, { answer, facts });
    return success(null);
  });
}
