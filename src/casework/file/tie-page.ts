import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import { oneLine, type FieldProblem } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { staffWith } from '../staff-rights.ts';
import { lines, seenVersion } from './fields.ts';
import { filledForm, takeForm, type FormState } from './form-state.ts';
import { linkSiblings } from './link-siblings.ts';
import { mergeCases } from './merge-cases.ts';
import { readCase } from './read-case.ts';
import { viewPair, type Pair } from './view-pair.ts';

const form = z.object({
  ...{ version: seenVersion, otherVersion: seenVersion, other: oneLine, reason: lines },
});
type Typed = z.infer<typeof form>;

export type TiePage = {
  readonly form: FormState;
  /** What was asked for, as typed; empty at first. */
  readonly asked: string;
  readonly pair: Pair | null;
};
type Act = (ctx: Ctx, reference: string, typed: Typed) => Result<null>;

const merge: Act = (ctx, reference, { version, ...input }) =>
  mergeCases(ctx, { reference, version }, input);
const link: Act = (ctx, reference, { version, ...input }) =>
  linkSiblings(ctx, { reference, version }, input);

/** The page that joins another request to this one: which, then both beside each other, then done. */
export const mergePage = (ctx: Ctx, reference: string, request: Request) =>
  tiePage(ctx, reference, request, merge);
/** The page that links two requests of one family. */
export const linkPage = (ctx: Ctx, reference: string, request: Request) =>
  tiePage(ctx, reference, request, link);

async function tiePage(
  ctx: Ctx,
  reference: string,
  request: Request,
  act: Act,
): Promise<Result<TiePage>> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const subject = read.value;
  let asked = new URL(request.url).searchParams.get('with') ?? '';
  let isReasonMissing = false;
  const taken = await takeForm(ctx, request, subject.version, form, (typed) => {
    asked = typed.other;
    const acted = act(ctx, reference, typed);
    isReasonMissing = !acted.ok && acted.problem === 'answer-incomplete';
    return isReasonMissing ? failure('stale-version') : acted;
  });
  if (!taken.ok) return taken;
  const pair = taken.value.done ? null : viewPair(ctx, subject, asked);
  if (taken.value.done) return success({ form: taken.value, asked, pair });
  const problems = problemsOf(asked, pair, isReasonMissing);
  const shown = filledForm(ctx, subject.version, taken.value.typed, problems);
  const state = problems.length > 0 ? shown : taken.value;
  return success({ form: state, asked, pair });
}

function problemsOf(
  asked: string,
  pair: Pair | null,
  isReasonMissing: boolean,
): readonly FieldProblem[] {
  if (isReasonMissing) return [{ field: 'reason', key: 'caseFile:tie.reasonMissing' }];
  return asked !== '' && pair === null ? [{ field: 'with', key: 'caseFile:tie.notFound' }] : [];
}
