import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import type { Result } from '#platform/result.ts';
import { filledLines, seenVersion } from '../file/fields.ts';
import { takeForm, type FormState } from '../file/form-state.ts';
import { readCase } from '../file/read-case.ts';
import { giveUpPlace } from './give-up-place.ts';

const form = z.object({ version: seenVersion, reason: filledLines('asking:giveUp.missing') });

/** The page on which a broker says that the chosen place comes to nothing, and why. */
export async function giveUpPage(
  ctx: Ctx,
  reference: string,
  request: Request,
): Promise<Result<FormState>> {
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  return takeForm(ctx, request, read.value.version, form, (typed) =>
    giveUpPlace(ctx, { ...typed, reference }),
  );
}
