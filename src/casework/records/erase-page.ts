import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import { oneLine } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { filledLines } from '../file/fields.ts';
import { takeForm, type FormState } from '../file/form-state.ts';
import { readCase } from '../file/read-case.ts';
import { askErasure } from './ask-erasure.ts';
import { decideErasure } from './decide-erasure.ts';
import { findOpenErasure } from './erasure-store.ts';
import { managerOf } from './manager.ts';

const askForm = z.object({ reason: filledLines('records:erase.reasonMissing') });
const decideForm = z.object({ decision: oneLine.pipe(z.enum(['erase', 'refuse'])) });

export type ErasePage = {
  readonly form: FormState;
  readonly isHeld: boolean;
  /** The erasure that waits; `mayDecide` is for a manager who is not who asked. */
  readonly asked: {
    readonly text: string;
    readonly who: string;
    readonly mayDecide: boolean;
  } | null;
  /** Nothing is left to go back to. */
  readonly isGone: boolean;
};

/** The page on which one member of staff asks for an erasure and another decides. */
export async function erasePage(
  ctx: Ctx,
  reference: string,
  request: Request,
): Promise<Result<ErasePage>> {
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const subject = read.value;
  const open = findOpenErasure(ctx.db, subject);
  let isGone = false;
  const decide = ({ decision }: z.infer<typeof decideForm>) => {
    isGone = decision === 'erase';
    return decideErasure(ctx, reference, decision);
  };
  const taken = open
    ? await takeForm(ctx, request, subject.version, decideForm, decide)
    : await takeForm(ctx, request, subject.version, askForm, ({ reason }) =>
        askErasure(ctx, reference, reason),
      );
  if (!taken.ok) return taken;
  const manager = managerOf(ctx.actor);
  return success({
    ...{ form: taken.value, isHeld: subject.legalHold, isGone },
    asked: open
      ? {
          text: open.text,
          who: `${open.by}, ${ctx.words.format.moment(new Date(open.askedAt))}`,
          mayDecide: manager.ok && manager.value.id !== open.askedBy,
        }
      : null,
  });
}
