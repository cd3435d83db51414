import { z } from 'zod';
import { outcomes } from '#brokerage/case-status.ts';
import {
  oneLine,
  oneOf,
  parseTyped,
  readTyped,
  showProblems,
  type Typed,
} from '#platform/http/form.ts';
import type { Ctx } from '#platform/context.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { success, type Result } from '#platform/result.ts';
import { outcomeWords } from '../case-words.ts';
import { readCase } from '../file/read-case.ts';
import { recordOutcome } from './record-outcome.ts';

const tooLong: WordKey = 'casework:close.note.tooLong';
const closeForm = z.object({
  version: oneLine.transform(Number),
  outcome: oneOf(outcomes, 'casework:close.outcome.missing'),
  note: oneLine.pipe(z.string().max(2000, { error: tooLong })),
});

export type ClosePage = {
  readonly done: boolean;
  readonly version: number;
  readonly typed: Typed;
  readonly outcomes: readonly { readonly value: string; readonly text: string }[];
  readonly problems: ReturnType<typeof showProblems>;
  readonly stale: boolean;
};

/** Closes a case with an outcome; what was typed stays when somebody changed the case meanwhile. */
export async function closePage(
  ctx: Ctx,
  reference: string,
  request: Request,
): Promise<Result<ClosePage>> {
  const read = readCase(ctx, reference);
  if (!read.ok) return read;
  const page = {
    done: false,
    version: read.value.version,
    typed: {},
    outcomes: outcomes.map((value) => ({ value, text: ctx.words.t(outcomeWords[value]) })),
    problems: showProblems(ctx.words, []),
    stale: false,
  };
  if (request.method !== 'POST') return success(page);
  const typed = readTyped(await request.formData());
  const parsed = parseTyped(closeForm, typed);
  if (!parsed.ok)
    return success({ ...page, typed, problems: showProblems(ctx.words, parsed.problems) });
  const closed = recordOutcome(ctx, { ...parsed.value, reference });
  if (closed.ok) return success({ ...page, done: true });
  return closed.problem === 'stale-version' ? success({ ...page, typed, stale: true }) : closed;
}
