import { z } from 'zod';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { oneLine, oneOf } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { success, type Result } from '#platform/result.ts';
import { dayFields, dayOf, filledLines, typedFromDay } from '../file/fields.ts';
import { takeForm, type FormState } from '../file/form-state.ts';
import { readCase } from '../file/read-case.ts';
import { complaintKinds } from './complaint.ts';
import { listComplaintsOf } from './complaint-store.ts';
import { complaintView } from './complaints.view.ts';
import { recordComplaint } from './record-complaint.ts';
import { settleComplaint } from './settle-complaint.ts';

const dayMissing: WordKey = 'records:complaint.dayMissing';
const fresh = z
  .object({
    ...dayFields,
    kind: oneOf(complaintKinds, 'records:complaint.kindMissing'),
    text: filledLines('records:complaint.textMissing'),
  })
  .transform((typed, context) => ({
    ...{ step: 'recorded' as const, kind: typed.kind, text: typed.text },
    day: dayOf(typed, context, dayMissing),
  }));
const acknowledged = z.object({ acknowledge: oneLine.pipe(z.string().min(1)) });
const answered = z.object({
  answer: oneLine.pipe(z.string().min(1)),
  text: filledLines('records:complaint.answerMissing'),
});

export type ComplaintPage = {
  readonly form: FormState;
  readonly complaints: readonly ReturnType<typeof complaintView>[];
  /** The complaint whose answer was typed and is not kept yet. */
  readonly answering: string | null;
};

/** A case's complaints: record one, say that it was acknowledged, and keep the answer. */
export async function complaintPage(
  ctx: Ctx,
  reference: string,
  request: Request,
): Promise<Result<ComplaintPage>> {
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const { version } = read.value;
  const asked = request.method === 'POST' ? await request.clone().formData() : new FormData();
  const take = <T>(schema: z.ZodType<T>, act: (value: T) => Result<unknown>) =>
    takeForm(ctx, request, version, schema, act, typedFromDay(londonDay(ctx.clock.now())));
  const taken = asked.has('acknowledge')
    ? await take(acknowledged, ({ acknowledge }) =>
        settleComplaint(ctx, reference, acknowledge, { step: 'acknowledged' }),
      )
    : asked.has('answer')
      ? await take(answered, ({ answer, text }) =>
          settleComplaint(ctx, reference, answer, { step: 'answered', text }),
        )
      : await take(fresh, (told) => recordComplaint(ctx, reference, told));
  if (!taken.ok) return taken;
  const today = londonDay(ctx.clock.now());
  const answering = asked.get('answer');
  return success({
    form: taken.value,
    complaints: listComplaintsOf(ctx.db, read.value).map((one) =>
      complaintView(ctx.words, one, today),
    ),
    answering: typeof answering === 'string' ? answering : null,
  });
}
