import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { answeredSteps } from './answer-question.ts';
import { nextPath } from './ask/steps.ts';
import { checkAnswersView } from './check-answers.view.ts';
import { findDraft, type Draft, type SentDraft } from './draft-store.ts';
import { readFamily } from './read-family.ts';
import { sendRequest } from './send-request.ts';

type Href = (path: string, query?: Query) => string;
export type CheckPage = {
  readonly redirect: string | null;
  /** The secret of the family's way in, once the request has been sent. */
  readonly visitToken: string | null;
  readonly rows: ReturnType<typeof checkAnswersView>;
};

/**
 * Check answers, and send. A question that is still open is asked first; a draft that was sent leads
 * to its confirmation. Problem: `draft-gone`.
 */
export function checkPage(
  ctx: Ctx,
  href: Href,
  token: string | undefined,
  method: string,
): Result<CheckPage, 'draft-gone'> {
  const draft = token === undefined ? undefined : findDraft(ctx.db, ctx, token);
  if (token === undefined || draft === undefined) return failure('draft-gone');
  if (method === 'POST') return sendFrom(ctx, href, token, draft);
  if ('caseId' in draft) return lead(href('/ask/sent'));
  const family = readFamily(draft.answers, ctx.words.language.code, londonDay(ctx.clock.now()));
  if (!family.ok) return lead(href(firstOpen(draft.answers)));
  const rows = checkAnswersView(ctx.words, href, family.value);
  return success({ redirect: null, visitToken: null, rows });
}

const lead = (redirect: string, visitToken: string | null = null) =>
  success({ redirect, visitToken, rows: [] });

function sendFrom(
  ctx: Ctx,
  href: Href,
  token: string,
  draft: Draft | SentDraft,
): Result<CheckPage, 'draft-gone'> {
  const sent = sendRequest(ctx, token);
  if (sent.ok) return lead(href('/ask/sent'), sent.value.visitToken);
  if (sent.problem === 'draft-gone' || 'caseId' in draft) return failure('draft-gone');
  return lead(href(firstOpen(draft.answers)));
}

/** The first question without an answer; the child's when all have one but one holds no longer. */
const firstOpen = (answers: Parameters<typeof answeredSteps>[0]): string => {
  const next = nextPath(answeredSteps(answers));
  return next === '/ask/check' ? '/ask/child' : next;
};
