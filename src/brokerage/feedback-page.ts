import type { Ctx } from '#platform/context.ts';
import {
  parseTyped,
  readTyped,
  showProblems,
  type FieldProblem,
  type Typed,
} from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { cleanPicture } from './clean-picture.ts';
import { feedbackForm, pictureProblemWords } from './feedback.form.ts';
import { helpedAnswers, type Feedback } from './feedback.ts';
import { giveFeedback } from './give-feedback.ts';
import { trackRequest } from './track-request.ts';

type FeedbackProblem = 'not-found' | 'not-in-this-state';
export type FeedbackPage = {
  readonly done: boolean;
  readonly typed: Typed;
  readonly helped: readonly { readonly value: string; readonly text: string }[];
  /** Whether a picture is kept from before. */
  readonly hasPicture: boolean;
  readonly problems: ReturnType<typeof showProblems>;
};

/**
 * Asks how it went, when the request is closed; a picture that cannot be taken loses nothing typed.
 * Problems: `not-found`, `not-in-this-state`.
 */
export async function feedbackPage(
  ctx: Ctx,
  request: Request,
): Promise<Result<FeedbackPage, FeedbackProblem>> {
  const tracked = trackRequest(ctx);
  if (!tracked.ok) return tracked;
  if (tracked.value.subject.status !== 'closed') return failure('not-in-this-state');
  const said = tracked.value.feedback;
  const page = {
    done: false,
    typed: typedBefore(said),
    helped: helpedAnswers.map((value) => ({
      value,
      text: ctx.words.t(`brokerage:feedback.helped.${value}`),
    })),
    hasPicture: said?.hasPicture ?? false,
    problems: showProblems(ctx.words, []),
  };
  return request.method === 'POST' ? takeFeedback(ctx, page, request) : success(page);
}

async function takeFeedback(
  ctx: Ctx,
  page: FeedbackPage,
  request: Request,
): Promise<Result<FeedbackPage, FeedbackProblem>> {
  const data = await request.formData();
  const typed = readTyped(data);
  const parsed = parseTyped(feedbackForm, typed);
  // What the form lacks is said before anybody's time is spent on the picture.
  const picture = parsed.ok ? await pictureIn(data) : { jpeg: null, problems: [] };
  const problems = parsed.ok ? picture.problems : parsed.problems;
  if (!parsed.ok || problems.length > 0)
    return success({ ...page, typed, problems: showProblems(ctx.words, problems) });
  const given = giveFeedback(ctx, parsed.value, picture.jpeg);
  return given.ok ? success({ ...page, done: true }) : given;
}

async function pictureIn(
  data: FormData,
): Promise<{ jpeg: Uint8Array | null; problems: readonly FieldProblem[] }> {
  const file = data.get('picture');
  if (!(file instanceof File) || file.size === 0) return { jpeg: null, problems: [] };
  const cleaned = await cleanPicture(new Uint8Array(await file.arrayBuffer()));
  return cleaned.ok
    ? { jpeg: cleaned.jpeg, problems: [] }
    : {
        jpeg: null,
        problems: [{ field: 'picture', key: pictureProblemWords[cleaned.problem] }],
      };
}

const typedBefore = (said: Feedback | null): Typed =>
  said === null
    ? {}
    : {
        helped: [said.answers.helped],
        better: [said.answers.better],
        child: [said.answers.child],
      };
