import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { checkAnswersView } from './check-answers.view.ts';
import { findDraft, type Draft } from './draft-store.ts';
import { firstChoicesRow } from './first-choices.ts';
import { keptFor } from './kept-for.ts';
import { firstOpen } from './read-family.ts';
import { sendRequest, type SendSigns } from './send-request.ts';

type Href = (path: string, query?: Query) => string;
export type CheckPage = {
  readonly redirect: string | null;
  /** The secret of the family's way in, once the request has been sent. */
  readonly visitToken: string | null;
  readonly view: CheckView | null;
};

/**
 * Check answers, and send. A question that is still open is asked first; a draft that was sent leads
 * to its confirmation. `signs` is null until it is sent. Problem: `draft-gone`.
 */
export function checkPage(
  ctx: Ctx,
  href: Href,
  token: string | undefined,
  signs: SendSigns | null,
): Result<CheckPage, 'draft-gone'> {
  if (token === undefined) return failure('draft-gone');
  if (signs !== null) return sendFrom(ctx, href, token, signs);
  const draft = findDraft(ctx.db, ctx, token);
  if (draft === undefined) return failure('draft-gone');
  if ('caseId' in draft) return lead(href('/ask/sent'));
  const today = londonDay(ctx.clock.now());
  const open = firstOpen(draft.answers, today);
  if (open !== null) return lead(href(`/ask/${open}`));
  return success({ redirect: null, visitToken: null, view: viewOf(ctx, href, draft, today) });
}

type CheckView = ReturnType<typeof viewOf>;
function viewOf(ctx: Ctx, href: Href, { answers, changesCaseId }: Draft, today: string) {
  const { t } = ctx.words;
  const isAdvice = answers.steps.wish?.['wish']?.[0] === 'advice';
  const { rows, children } = checkAnswersView(ctx.words, href, answers, today);
  const first = firstChoicesRow(ctx, href, answers);
  return {
    ...{ rows: isAdvice ? rows : [...rows, first], children },
    privacy: {
      text: t('site:privacy.ask.check', {
        period: keptFor(ctx.words, ctx.settings, isAdvice ? 'advice' : 'case'),
      }),
      link: { href: href('/privacy'), text: t('site:privacy.link') },
    },
    backHref: href(isAdvice ? '/ask/contact' : '/ask/sharing'),
    sendText:
      changesCaseId === null
        ? t(isAdvice ? 'brokerage:check.sendAdvice' : 'brokerage:check.send')
        : t('brokerage:check.sendChange'),
  };
}

const lead = (redirect: string, visitToken: string | null = null) =>
  success({ redirect, visitToken, view: null });

function sendFrom(
  ctx: Ctx,
  href: Href,
  token: string,
  signs: SendSigns,
): Result<CheckPage, 'draft-gone'> {
  const sent = sendRequest(ctx, token, signs);
  if (sent.ok) return lead(href('/ask/sent'), sent.value.visitToken);
  const draft = sent.problem === 'draft-gone' ? undefined : findDraft(ctx.db, ctx, token);
  if (draft === undefined || 'caseId' in draft) return failure('draft-gone');
  const open = firstOpen(draft.answers, londonDay(ctx.clock.now()));
  return lead(href(open === null ? '/ask/check' : `/ask/${open}`));
}
