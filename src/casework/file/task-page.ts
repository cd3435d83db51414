import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { staffWith } from '../staff-rights.ts';
import { addTask } from './add-task.ts';
import { dayFields, dayOf, filledLine, once } from './fields.ts';
import { takeForm, type FormState } from './form-state.ts';
import { readCase } from './read-case.ts';

const form = z
  .object({ text: filledLine('caseFile:task.missing'), once, ...dayFields })
  .transform((typed, context) => ({
    text: typed.text,
    once: typed.once,
    due: dayOf(typed, context, 'caseFile:task.dayMissing'),
  }));

/** The page on which staff add something to do on a case. */
export async function taskPage(
  ctx: Ctx,
  reference: string,
  request: Request,
): Promise<Result<{ readonly form: FormState }>> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const act = (task: z.infer<typeof form>) => addTask(ctx, reference, task);
  const taken = await takeForm(ctx, request, read.value.version, form, act);
  return taken.ok ? success({ form: taken.value }) : taken;
}
