import { providerReasons } from '#brokerage/provider-answer.ts';
import { answerFormView } from '#casework/asking/answer-form.view.ts';
import { answerForm } from '#casework/asking/answer.form.ts';
import { enquiryView } from '#casework/asking/enquiry.view.ts';
import type { Ctx } from '#platform/context.ts';
import { parseTyped, readTyped, showProblems, type Typed } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { answerEnquiry } from './answer-enquiry.ts';
import { readEnquiry } from './read-enquiry.ts';

type AnswerPage = {
  readonly view: ReturnType<typeof enquiryView>;
  readonly form: ReturnType<typeof answerFormView>;
  readonly problems: ReturnType<typeof showProblems>;
  readonly state: 'asking' | 'thanked' | 'closed';
};

const form = answerForm(providerReasons);

/** The provider's one page: the question, its form, and thanks. Problems: `not-found`, `not-in-this-state`. */
export async function answerPage(
  ctx: Ctx,
  request: Request,
): Promise<Result<AnswerPage, 'not-found' | 'not-in-this-state'>> {
  const own = readEnquiry(ctx.db, ctx);
  if (!own.ok) return own;
  const { subject, enquiry } = own.value;
  const state = subject.status === 'closed' ? 'closed' : 'asking';
  const { needGroups } = enquiry.question;
  const formWith = (typed: Typed) =>
    answerFormView(ctx.words, typed, { needGroups, reasons: providerReasons });
  const page = {
    view: enquiryView(ctx.words, enquiry),
    form: formWith({}),
    problems: showProblems(ctx.words, []),
  };
  if (request.method !== 'POST') {
    const thanked = enquiry.answer !== null && new URL(request.url).searchParams.has('thanks');
    return success({ ...page, state: thanked ? 'thanked' : state });
  }
  const typed = readTyped(await request.formData());
  const parsed = parseTyped(form, typed);
  if (!parsed.ok) {
    const problems = showProblems(ctx.words, parsed.problems);
    return success({ ...page, form: formWith(typed), problems, state });
  }
  const answered = answerEnquiry(ctx, parsed.value.answer, parsed.value.facts);
  return answered.ok ? success({ ...page, state: 'thanked' }) : answered;
}
