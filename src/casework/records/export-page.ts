import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import { oneOf, type Typed } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { seenVersion } from '../file/fields.ts';
import { takeForm, type FormState } from '../file/form-state.ts';
import { readCase } from '../file/read-case.ts';
import { exportCase, exportFormats, exportReasons, leaveOutReasons } from './export-case.ts';
import { exportItems } from './export-items.ts';

const form = z.object({
  reason: oneOf(exportReasons, 'records:export.reasonMissing'),
  format: oneOf(exportFormats, 'records:export.formatMissing'),
  version: seenVersion,
});

export type ExportPage = {
  readonly form: FormState;
  readonly items: readonly {
    readonly field: string;
    readonly title: string;
    readonly text: string;
    readonly chosen: string;
  }[];
  /** The whole file once it was ordered. */
  readonly file: { readonly name: string; readonly type: string; readonly body: string } | null;
};

const fieldOf = (id: string) => `leave-${id}`;

/** The form that looks through all words before they are given out, and then the file. */
export async function exportPage(
  ctx: Ctx,
  reference: string,
  request: Request,
): Promise<Result<ExportPage>> {
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const items = exportItems(ctx.db, read.value).filter(({ text }) => text !== '');
  let body = '';
  const act = (order: z.infer<typeof form>, typed: Typed) => {
    const leftOut = new Map(items.flatMap(({ id }) => pairOf(id, typed)));
    const made = exportCase(ctx, reference, { ...order, leftOut });
    if (made.ok) body = made.value;
    return made;
  };
  const taken = await takeForm(ctx, request, read.value.version, form, act);
  if (!taken.ok) return taken;
  const { typed, done } = taken.value;
  return success({
    form: taken.value,
    items: items.map(({ id, kind, at, text }) => ({
      ...{ field: fieldOf(id), text, chosen: typed[fieldOf(id)]?.[0] ?? '' },
      title: [
        ctx.words.t(`records:export.kind.${kind}`),
        ...(at === null ? [] : [ctx.words.format.day(at.slice(0, 10))]),
      ].join(', '),
    })),
    file: done ? fileOf(reference, typed['format']?.[0] === 'data', body) : null,
  });
}

function pairOf(id: string, typed: Typed) {
  const why = leaveOutReasons.find((reason) => reason === typed[fieldOf(id)]?.[0]);
  return why === undefined ? [] : [[id, why] as const];
}

const fileOf = (reference: string, isData: boolean, body: string) => ({
  name: `${reference}.${isData ? 'json' : 'html'}`,
  type: isData ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
  body,
});
