import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import { oneLine } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Result } from '#platform/result.ts';
import { filledLine, line } from '../file/fields.ts';
import { takeForm, type FormState } from '../file/form-state.ts';
import { readCase } from '../file/read-case.ts';
import { addPlaceToCase } from './add-place.ts';

const wrong: WordKey = 'casework:ask.email.wrong';
const missing: WordKey = 'casework:ask.email.missing';
const form = z.object({
  name: filledLine('casework:ask.name.missing'),
  email: oneLine
    .pipe(z.string().min(1, { error: missing }))
    .pipe(z.email({ error: wrong }).max(254, { error: wrong })),
  phone: line,
});

/** The page on which a broker adds a place that the directory does not list. */
export async function addPlacePage(
  ctx: Ctx,
  reference: string,
  request: Request,
): Promise<Result<FormState>> {
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  return takeForm(ctx, request, read.value.version, form, (added) =>
    addPlaceToCase(ctx, reference, added),
  );
}
