import type { Ctx } from '#platform/context.ts';
import { parseTyped, type Parsed, type Typed } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import { stepForms } from './ask/step-forms.ts';
import { askSteps, type AskStep } from './ask/steps.ts';
import { findDraft, saveAnswers, withStep, type Answers, type Draft } from './draft-store.ts';

/** The open draft behind a cookie. Problem: `draft-gone` (none, too old, or sent already). */
export function openDraft(ctx: Ctx, token: string | undefined): Result<Draft, 'draft-gone'> {
  const draft = token === undefined ? undefined : findDraft(ctx.db, ctx, token);
  return draft === undefined || 'caseId' in draft ? failure('draft-gone') : success(draft);
}

/**
 * Keeps the answer to one question when it can be understood; otherwise gives back what was typed
 * and what is wrong with it, and the draft stays as it was.
 */
export function answerQuestion(
  ctx: Ctx,
  draft: Draft,
  step: AskStep,
  typed: Typed,
): Parsed<unknown> {
  const form = stepForms(londonDay(ctx.clock.now()))[step];
  const parsed = parseTyped<unknown>(form, typed);
  if (parsed.ok) saveAnswers(ctx.db, draft, withStep(draft.answers, step, typed));
  return parsed;
}

/** The questions whose answers are kept. */
export const answeredSteps = (answers: Answers): ReadonlySet<AskStep> =>
  new Set(askSteps.filter((step) => answers.steps[step] !== undefined));

/** What a question's page shows: what was answered, or what the search suggests. */
export function shownAnswer(answers: Answers, step: AskStep): Typed {
  const suggested = step === 'needs' || step === 'place' ? answers.suggested[step] : undefined;
  return answers.steps[step] ?? suggested ?? {};
}
