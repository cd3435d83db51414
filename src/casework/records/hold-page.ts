import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { filledLines, seenVersion } from '../file/fields.ts';
import { takeForm, type FormState } from '../file/form-state.ts';
import { readCase } from '../file/read-case.ts';
import { managerOf } from './manager.ts';
import { setHold } from './set-hold.ts';

const form = z.object({
  reason: filledLines('records:hold.reasonMissing'),
  version: seenVersion,
});

export type HoldPage = { readonly form: FormState; readonly isHeld: boolean };

/** The page on which a manager has a case kept, or lets it go again. */
export async function holdPage(
  ctx: Ctx,
  reference: string,
  request: Request,
): Promise<Result<HoldPage>> {
  const manager = managerOf(ctx.actor);
  if (!manager.ok) return manager;
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const { version, legalHold } = read.value;
  const act = ({ reason, version: seen }: z.infer<typeof form>) =>
    setHold(ctx, { reference, version: seen }, { hold: !legalHold, reason });
  const taken = await takeForm(ctx, request, version, form, act);
  return taken.ok ? success({ form: taken.value, isHeld: legalHold }) : taken;
}
