import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { parseTyped, type Parsed, type Typed } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import type { Known, Question } from './ask/question.ts';
import { questions } from './ask/questions.ts';
import { childCount, splitStep, type AskStep, type StepAnswers } from './ask/steps.ts';
import { findDraft, saveAnswers, withStep, type Answers, type Draft } from './draft-store.ts';

/** The open draft behind a cookie. Problem: `draft-gone` (none, too old, or sent already). */
export function openDraft(ctx: Ctx, token: string | undefined): Result<Draft, 'draft-gone'> {
  const draft = token === undefined ? undefined : findDraft(ctx.db, ctx, token);
  return draft === undefined || 'caseId' in draft ? failure('draft-gone') : success(draft);
}

/** The question of a step, whatever its answer is made of. */
export const questionOf = (step: AskStep): Question<unknown> => {
  // Each question draws and reads its own answer only.
  const found: unknown = questions[splitStep(step).name];
  return found as Question<unknown>;
};

/** What a question may build on: today, and the children named so far. */
export function knownAt(answers: StepAnswers, step: AskStep, today: string): Known {
  const { name = [], month = [], year = [] } = answers.children ?? {};
  const children = Array.from({ length: childCount(answers) }, (_, index) => ({
    name: (name[index] ?? '').trim(),
    born: `${year[index] ?? ''}-${month[index] ?? ''}`,
  }));
  return { today, children, child: splitStep(step).child };
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
  const known = knownAt(draft.answers.steps, step, londonDay(ctx.clock.now()));
  const parsed = parseTyped<unknown>(questionOf(step).form(known), typed);
  if (parsed.ok) saveAnswers(ctx.db, draft, withStep(draft.answers, step, typed));
  return parsed;
}

/** What a question's page shows: what was answered, or what the search suggests. */
export function shownAnswer({ steps, suggested }: Answers, step: AskStep): Typed {
  const hints: Readonly<Partial<Record<AskStep, Typed>>> = suggested;
  return steps[step] ?? hints[step] ?? {};
}
