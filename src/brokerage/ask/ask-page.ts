import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { readTyped, showProblems, type FieldProblem, type Typed } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { answeredSteps, answerQuestion, openDraft, shownAnswer } from '../answer-question.ts';
import type { Draft } from '../draft-store.ts';
import { headedByControl, stepControls } from './step-controls.view.ts';
import { backPath, isAskStep, nextPath, type AskStep } from './steps.ts';

type Href = (path: string, query?: Query) => string;
export type AskPage = ReturnType<typeof show> | { readonly redirect: string };

/**
 * One question of a request: shows it, or keeps its answer and leads on. What was typed is shown again
 * when it cannot be understood. Problems: `not-found` (no such question), `draft-gone`.
 */
export async function askPage(
  ctx: Ctx,
  href: Href,
  step: string | undefined,
  token: string | undefined,
  request: Request,
): Promise<Result<AskPage, 'not-found' | 'draft-gone'>> {
  if (!isAskStep(step)) return failure('not-found');
  const typed = request.method === 'POST' ? readTyped(await request.formData()) : null;
  // Opened after the wait: another window's answer may have been kept meanwhile.
  const draft = openDraft(ctx, token);
  if (!draft.ok) return draft;
  if (typed === null) {
    return success(show(ctx, href, step, shownAnswer(draft.value.answers, step), []));
  }
  const answered = answerQuestion(ctx, draft.value, step, typed);
  if (!answered.ok) return success(show(ctx, href, step, answered.typed, answered.problems));
  return success({ redirect: href(pathAfter(draft.value, step)) });
}

const pathAfter = ({ answers }: Draft, step: AskStep): string =>
  nextPath(new Set([...answeredSteps(answers), step]));

function show(
  ctx: Ctx,
  href: Href,
  step: AskStep,
  typed: Typed,
  problems: readonly FieldProblem[],
) {
  const { words } = ctx;
  return {
    redirect: null,
    status: problems.length > 0 ? 422 : 200,
    title: words.t(`brokerage:${step}.title`),
    showHeading: !headedByControl.has(step),
    controls: stepControls[step](words, typed),
    problems: showProblems(words, problems),
    backHref: href(backPath(step)),
  };
}
