import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import {
  oneLine,
  parseTyped,
  readTyped,
  showProblems,
  typedValue,
  type FieldProblem,
  type Typed,
} from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { linkUrl } from '#platform/mail/mail-frame.ts';
import type { Composer } from '#platform/outbox/drain-outbox.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { openDraft } from './answer-question.ts';
import { findDraft, findDraftById, saveAnswers, type Draft } from './draft-store.ts';
import { nextPath } from './ask/steps.ts';

type Href = (path: string, query?: Query) => string;
const wrong: WordKey = 'brokerage:later.mailWrong';
const form = z.object({
  email: oneLine.pipe(z.email({ error: wrong }).max(254, { error: wrong })),
});

/** The page with the link back to one's answers, which sends it by e-mail too. Problem: `draft-gone`. */
export async function laterPage(ctx: Ctx, href: Href, token: string | undefined, request: Request) {
  const typed = request.method === 'POST' ? readTyped(await request.formData()) : null;
  const opened = openDraft(ctx, token);
  if (!opened.ok) return opened;
  const draft = opened.value;
  if (typed === null) return success(laterView(ctx, href, draft, {}));
  const parsed = parseTyped(form, typed);
  if (!parsed.ok) return success(laterView(ctx, href, draft, { typed, wrong: parsed.problems }));
  sendDraftLink(ctx, draft, parsed.value.email);
  return success(laterView(ctx, href, draft, { typed, isSent: true }));
}

type Shown = {
  readonly typed?: Typed;
  readonly wrong?: readonly FieldProblem[];
  readonly isSent?: boolean;
};

function laterView(ctx: Ctx, href: Href, draft: Draft, { typed, wrong = [], isSent }: Shown) {
  const { words } = ctx;
  const { answers, linkId, expiresAt } = draft;
  return {
    link: linkUrl(ctx, words, '/ask/resume', linkId),
    until: words.t('brokerage:later.until', { day: words.format.day(expiresAt.slice(0, 10)) }),
    backHref: href(nextPath(answers.steps)),
    isSent: isSent === true,
    email: typedValue(typed ?? answers.steps.contact ?? {}, 'email'),
    problems: showProblems(words, wrong),
  };
}

/** Queues the link; where it goes is sealed with the answers. */
function sendDraftLink(ctx: Ctx, draft: Draft, email: string): void {
  const { id, linkId, answers } = draft;
  inTransaction(ctx.db, (tx) => {
    const letter = { email, language: ctx.words.language.code };
    saveAnswers(tx, draft, { ...answers, letter });
    const dedupeKey = `draft-link:${linkId}:${ctx.clock.now().toISOString().slice(0, 16)}`;
    enqueueMessage(tx, ctx, { kind: 'draft-link', subjectId: id, linkId, dedupeKey });
  });
}

/** Where a link back leads: the draft of that secret, while it is open. Problem: `draft-gone`. */
export function lookAtDraft(
  ctx: Ctx,
  secret: string,
): Result<{ readonly until: string; readonly path: string }, 'draft-gone'> {
  const draft = findDraft(ctx.db, ctx, secret);
  if (draft === undefined || 'caseId' in draft) return failure('draft-gone');
  return success({ until: draft.expiresAt, path: nextPath(draft.answers.steps) });
}

/** Writes the message with the link; there is none once the answers are sent or gone. */
export const composeDraftLink: Composer = (app, { subjectId, linkId }) => {
  const draft = findDraftById(app.db, app, subjectId);
  if (draft?.answers.letter === undefined || linkId !== draft.linkId) return null;
  const { email, language } = draft.answers.letter;
  const words = app.catalogue.speak(language);
  return {
    to: email,
    subject: words.t('mail:draftLink.subject'),
    paragraphs: [
      words.t('mail:draftLink.text', { day: words.format.day(draft.expiresAt.slice(0, 10)) }),
    ],
    link: {
      text: words.t('mail:draftLink.link'),
      url: linkUrl(app, words, '/ask/resume', draft.linkId),
    },
    closing: [words.t('mail:closing.phone', { phone: app.settings.council.phone })],
    language: words.language,
  };
};
