import { z } from 'zod';
import type { Query } from '#platform/http/addresses.ts';
import type { Ctx } from '#platform/context.ts';
import { oneOf } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { staffWith } from '../staff-rights.ts';
import { callDirections, callResults } from './call.ts';
import { listCalls } from './call-store.ts';
import { callsView, reachView } from './case-calls.view.ts';
import { lines, once, seenVersion, ticked } from './fields.ts';
import { takeForm, type FormState } from './form-state.ts';
import { latestNews } from './latest-news.ts';
import { logCall } from './log-call.ts';
import { readCase } from './read-case.ts';

const form = z.object({
  ...{ version: seenVersion, once, note: lines, interpreter: ticked },
  direction: oneOf(callDirections, 'caseFile:call.directionMissing'),
  result: oneOf(callResults, 'caseFile:call.resultMissing'),
});

export type CallPage = {
  readonly form: FormState;
  readonly reach: ReturnType<typeof reachView>;
  readonly calls: ReturnType<typeof callsView>;
  readonly news: ReturnType<typeof latestNews>;
};

/**
 * The page before a call: the family's rules, its number once they are read (`?read=yes`, where they
 * must be), and the form that logs what came of it.
 */
export async function callPage(
  ctx: Ctx,
  href: (path: string, query?: Query) => string,
  reference: string,
  request: Request,
): Promise<Result<CallPage>> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const subject = read.value;
  const taken = await takeForm(
    ctx,
    request,
    subject.version,
    form,
    ({ version, ...call }) => logCall(ctx, { reference, version }, call),
    { direction: ['out'] },
  );
  if (!taken.ok) return taken;
  const hasRead = new URL(request.url).searchParams.get('read') === 'yes';
  return success({
    form: taken.value,
    reach: reachView(ctx, subject, hasRead),
    calls: callsView(ctx.words, href, subject, listCalls(ctx.db, subject)),
    news: latestNews(ctx, subject, taken.value),
  });
}
