import type { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import {
  parseTyped,
  readTyped,
  showProblems,
  typedValue,
  type FieldProblem,
  type ShownProblems,
  type Typed,
} from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';

/** A form of staff about a case: what was typed is kept until it is taken. */
export type FormState = {
  readonly done: boolean;
  readonly version: number;
  /** Two sendings of one form are one. */
  readonly once: string;
  readonly typed: Typed;
  readonly problems: ShownProblems;
  /** Somebody changed the case meanwhile; the form carries its newest version now. */
  readonly stale: boolean;
  /** The HTTP status the page answers with. */
  readonly status: 200 | 409 | 422;
};

export const blankForm = (ctx: Ctx, version: number, typed: Typed = {}): FormState => ({
  ...{ done: false, version, typed, stale: false, status: 200, once: ctx.ids.id() },
  problems: showProblems(ctx.words, []),
});

/** The form with what was typed in it, and what is wrong with it. */
export const filledForm = (
  ctx: Ctx,
  version: number,
  typed: Typed,
  problems: readonly FieldProblem[],
): FormState => ({
  ...blankForm(ctx, version, typed),
  once: typedValue(typed, 'once'),
  problems: showProblems(ctx.words, problems),
  status: problems.length === 0 ? 200 : 422,
});

/**
 * Reads, parses and acts on a posted form. A wrong or overtaken one comes back with what was typed;
 * other problems of `act` are the answer. A GET gives the blank form, or `first` in it.
 */
export async function takeForm<T>(
  ctx: Ctx,
  request: Request,
  version: number,
  schema: z.ZodType<T>,
  act: (value: T, typed: Typed) => Result<unknown>,
  first: Typed = {},
): Promise<Result<FormState>> {
  if (request.method !== 'POST') return success(blankForm(ctx, version, first));
  const typed = readTyped(await request.formData());
  const parsed = parseTyped(schema, typed);
  if (!parsed.ok) return success(filledForm(ctx, version, typed, parsed.problems));
  const acted = act(parsed.value, typed);
  const state = filledForm(ctx, version, typed, []);
  if (acted.ok) return success({ ...state, done: true });
  return acted.problem === 'stale-version'
    ? success({ ...state, stale: true, status: 409 })
    : acted;
}
