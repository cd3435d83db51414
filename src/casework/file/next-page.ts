import { z } from 'zod';
import { nextActions } from '#brokerage/case-status.ts';
import type { Ctx } from '#platform/context.ts';
import { oneOf } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { nextWords } from '../case-words.ts';
import { staffWith } from '../staff-rights.ts';
import { dayFields, dayOf, seenVersion, typedFromDay } from './fields.ts';
import { takeForm, type FormState } from './form-state.ts';
import { latestNews } from './latest-news.ts';
import { planNext } from './plan-next.ts';
import { readCase } from './read-case.ts';

const form = z
  .object({
    version: seenVersion,
    nextAction: oneOf(nextActions, 'caseFile:next.missing'),
    ...dayFields,
  })
  .transform((typed, context) => ({
    ...{ version: typed.version, nextAction: typed.nextAction },
    nextActionDue: dayOf(typed, context, 'caseFile:task.dayMissing'),
  }));

export type NextPage = {
  readonly form: FormState;
  readonly actions: readonly { readonly value: string; readonly text: string }[];
  readonly news: ReturnType<typeof latestNews>;
};

/** The page on which a broker says what comes next on a case, and by when. */
export async function nextPage(
  ctx: Ctx,
  reference: string,
  request: Request,
): Promise<Result<NextPage>> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const subject = read.value;
  const { nextAction, nextActionDue } = subject;
  const taken = await takeForm(
    ctx,
    request,
    subject.version,
    form,
    ({ version, ...plan }) => planNext(ctx, { reference, version }, plan),
    { nextAction: [nextAction ?? ''], ...typedFromDay(nextActionDue) },
  );
  if (!taken.ok) return taken;
  return success({
    form: taken.value,
    actions: nextActions.map((value) => ({ value, text: ctx.words.t(nextWords[value]) })),
    news: latestNews(ctx, subject, taken.value),
  });
}
