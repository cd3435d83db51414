import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { readTyped, showProblems, type FieldProblem, type Typed } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { answerQuestion, knownAt, openDraft, questionOf, shownAnswer } from '../answer-question.ts';
import type { Draft } from '../draft-store.ts';
import { fitSoFar } from '../fit-so-far.ts';
import { backPath, isAskStep, nextPath, pathOf, progressOf, type AskStep } from './steps.ts';

type Href = (path: string, query?: Query) => string;
export type AskPage = ReturnType<typeof show> | { readonly redirect: string };

/**
 * One question of a request: shows it, or keeps its answer and leads on. What was typed is shown again
 * when it cannot be understood, or when another row was asked for. Problems: `not-found` (no such
 * question), `draft-gone`.
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
  const opened = openDraft(ctx, token);
  if (!opened.ok) return opened;
  const draft = opened.value;
  if (typed === null || typed['more'] !== undefined)
    return success(show(ctx, href, draft, step, typed ?? shownAnswer(draft.answers, step), []));
  const answered = answerQuestion(ctx, draft, step, typed);
  if (!answered.ok) return success(show(ctx, href, draft, step, answered.typed, answered.problems));
  const answers = { ...draft.answers.steps, [step]: typed };
  return success({ redirect: href(nextPath(answers)) });
}

function show(
  ctx: Ctx,
  href: Href,
  draft: Draft,
  step: AskStep,
  typed: Typed,
  problems: readonly FieldProblem[],
) {
  const { words } = ctx;
  const { steps } = draft.answers;
  const asked = questionOf(step);
  const known = knownAt(steps, step, londonDay(ctx.clock.now()));
  const path = pathOf(steps);
  const controls = asked.draw(words, typed, known);
  return {
    redirect: null,
    status: problems.length > 0 ? 422 : 200,
    title: asked.title(words, known),
    progress:
      path.length > 1 && path.includes(step)
        ? words.t('brokerage:progress', progressOf(steps, step))
        : null,
    showHeading: asked.isHeadedByControl !== true,
    controls,
    /** Enter must go on, not add a row: the form then begins with a hidden button that does. */
    hasRows: controls.some(({ control }) => control === 'list'),
    problems: showProblems(words, problems),
    backHref: href(backPath(steps, step)),
    laterHref: href('/ask/later'),
    fit: fitSoFar(ctx, href, draft.answers),
  };
}
