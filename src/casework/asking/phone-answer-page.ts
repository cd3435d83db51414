import { z } from 'zod';
import { recordedReasons } from '#brokerage/provider-answer.ts';
import type { Ctx } from '#platform/context.ts';
import { oneLine } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { takeForm, type FormState } from '../file/form-state.ts';
import { readCase } from '../file/read-case.ts';
import { answerFormView } from './answer-form.view.ts';
import { answerForm } from './answer.form.ts';
import { listEnquiries } from './enquiry-store.ts';
import { enquiryView } from './enquiry.view.ts';
import { askablePlace } from './askable-place.ts';
import { recordAnswer } from './record-answer.ts';

export type PhoneAnswerPage = FormState & {
  readonly form: ReturnType<typeof answerFormView>;
  readonly question: ReturnType<typeof enquiryView>;
  readonly phone: string;
};

const form = answerForm(recordedReasons);
const seen = z.object({ version: oneLine.transform(Number) });

/** The page on which a broker takes down what a provider says on the phone. */
export async function phoneAnswerPage(
  ctx: Ctx,
  reference: string,
  enquiryId: string,
  request: Request,
): Promise<Result<PhoneAnswerPage>> {
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const subject = read.value;
  const enquiry = listEnquiries(ctx.db, subject).find(({ id }) => id === enquiryId);
  if (!enquiry) return failure('not-found');
  const state = await takeForm(ctx, request, subject.version, form, (given, typed) => {
    const { version } = seen.parse(typed);
    return recordAnswer(ctx, { reference, version, enquiryId }, given);
  });
  if (!state.ok) return state;
  const { needGroups } = enquiry.question;
  const reasons = recordedReasons;
  return success({
    ...state.value,
    form: answerFormView(ctx.words, state.value.typed, { needGroups, reasons }),
    question: enquiryView(ctx.words, enquiry),
    phone: askablePlace(ctx.db, subject, enquiry.providerId)?.phone ?? '',
  });
}
