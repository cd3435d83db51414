import { z } from 'zod';
import { placeName } from '#directory/place-words.ts';
import { getProvider } from '#directory/provider-store.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { filledLines } from '../file/fields.ts';
import { takeForm, type FormState } from '../file/form-state.ts';
import { readCase } from '../file/read-case.ts';
import { judgePlace } from './judge-place.ts';

const form = z.object({ reason: filledLines('asking:drop.missing') });

/** Sets a place aside for one case, with the reason. */
export async function dropPage(
  ctx: Ctx,
  reference: string,
  providerId: string,
  request: Request,
): Promise<Result<FormState & { readonly name: string }>> {
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const provider = getProvider(ctx.db, providerId);
  if (!provider) return failure('not-found');
  const state = await takeForm(ctx, request, read.value.version, form, ({ reason }) =>
    judgePlace(ctx, { reference, providerId, verdict: 'dropped', reason }),
  );
  return state.ok ? success({ ...state.value, name: placeName(ctx.words, provider) }) : state;
}
