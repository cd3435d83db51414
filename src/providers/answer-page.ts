import type { Ctx } from '#platform/context.ts';
import { parseTyped, readTyped, showProblems } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { answerEnquiry } from './answer-enquiry.ts';
import { answerFormView } from './answer-form.view.ts';
import { answerForm } from './answer.form.ts';
import { enquiryView } from './enquiry.view.ts';
import { readEnquiry } from './read-enquiry.ts';

type AnswerPage = {
  readonly view: ReturnType<typeof enquiryView>;
  readonly form: ReturnType<typeof answerFormView>;
  readonly problems: ReturnType<typeof showProblems>;
  readonly state: 'asking' | 'thanked' | 'closed';
};

/** The provider's one page: the question, its form, and thanks. Problems: `not-found`, `not-in-this-state`. */
export async function answerPage(
  ctx: Ctx,
  request: Request,
): Promise<Result<AnswerPage, 'not-found' | 'not-in-this-state'>> {
  const own = readEnquiry(ctx.db, ctx);
  if (!own.ok) return own;
  const { subject, enquiry } = own.value;
  const state = subject.status === 'closed' ? 'closed' : 'asking';
  const page = {
    view: enquiryView(ctx.words, own.value),
    form: answerFormView(ctx.words, {}),
    problems: showProblems(ctx.words, []),
  };
  if (request.method !== 'POST') {
    const thanked = enquiry.answer !== null && new URL(request.url).searchParams.has('thanks');
    return success({ ...page, state: thanked ? 'thanked' : state });
  }
  const typed = readTyped(await request.formData());
  const parsed = parseTyped(answerForm, typed);
  if (!parsed.ok)
    return success({
      ...page,
      form: answerFormView(ctx.words, typed),
      problems: showProblems(ctx.words, parsed.problems),
      state,
    });
  const answered = answerEnquiry(ctx, parsed.value);
  return answered.ok ? success({ ...page, state: 'thanked' }) : answered;
}
