import type { Outcome } from '#brokerage/case-status.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { workOnCase, type AtProblem } from '../file/work-on-case.ts';
import { closeWithOutcome } from './close-with-outcome.ts';
import { closingFacts, triesBeforeLost, type ClosingFacts } from './closing-facts.ts';
import { mayExplain } from './missing-facts.ts';

type OutcomeProblem = AtProblem | 'not-in-this-state' | 'answer-incomplete';

export type OutcomeInput = {
  readonly reference: string;
  readonly version: number;
  readonly outcome: Outcome;
  readonly note: string;
  /** Why it closes although something is missing that the outcome should have; '' or left out if not. */
  readonly why?: string;
};

/**
 * The broker closes a case with an outcome. "No suitable place" needs the facts of the sufficiency
 * report, "lost contact" three calls that did not reach the family; where that may be, a reason does
 * instead. Problems: `not-allowed`, `not-found`, `stale-version`, `not-in-this-state`,
 * `answer-incomplete`.
 */
export const recordOutcome = (
  ctx: Ctx,
  { outcome, note, why = '', ...at }: OutcomeInput,
): Result<null, OutcomeProblem> =>
  workOnCase(ctx, at, (tx, subject, staff): Result<null, OutcomeProblem> => {
    if (subject.status === 'closed') return failure('not-in-this-state');
    if (!mayEnd(outcome, closingFacts(tx, subject), why)) return failure('answer-incomplete');
    const text = [note, why].filter((part) => part !== '').join('\n');
    const ending = { outcome, note: text, staffName: staff.name };
    return closeWithOutcome(tx, ctx, subject, ending)
      ? success(null)
      : failure('not-in-this-state');
  });

/** Whether a case may end so. */
export function mayEnd(outcome: Outcome, { missing, tries }: ClosingFacts, why: string): boolean {
  if (outcome === 'lost-contact') return tries >= triesBeforeLost || why !== '';
  if (outcome !== 'unmet' || missing.length === 0) return true;
  return why !== '' && mayExplain(missing);
}
