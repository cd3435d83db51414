import { z } from 'zod';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import {
  oneLine,
  oneOf,
  parseTyped,
  readTyped,
  showProblems,
  typedValue,
  type FieldProblem,
  type Typed,
} from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { success } from '#platform/result.ts';
import { downloadable, downloadMeasure } from './download-measure.ts';
import { mayMeasure } from './may-measure.ts';
import { readPeriod } from './period.ts';

const key = (text: WordKey): WordKey => text;
const form = z.object({
  name: oneOf(downloadable, 'insight:download.nameMissing'),
  reason: oneLine.pipe(
    z
      .string()
      .min(1, { error: key('insight:download.reasonMissing') })
      .max(500, { error: key('insight:download.reasonLong') }),
  ),
});

/** The form that asks which measure and why, and the file once both are said. Problem: `not-allowed`. */
export async function downloadPage(ctx: Ctx, request: Request) {
  const staff = mayMeasure(ctx.actor);
  if (!staff.ok) return staff;
  const { searchParams } = new URL(request.url);
  const period = readPeriod(searchParams, londonDay(ctx.clock.now()));
  const blank = pageOf(ctx, searchParams, {}, []);
  if (request.method !== 'POST') return success(blank);
  const typed = readTyped(await request.formData());
  const parsed = parseTyped(form, typed);
  if (!parsed.ok) return success(pageOf(ctx, searchParams, typed, parsed.problems));
  const csv = downloadMeasure(ctx, { ...parsed.value, period });
  return csv.ok
    ? success({
        ...blank,
        file: { name: `${parsed.value.name}-${period.from}-${period.to}.csv`, csv: csv.value },
      })
    : csv;
}

function pageOf(
  ctx: Ctx,
  query: URLSearchParams,
  typed: Typed,
  problems: readonly FieldProblem[],
): {
  readonly span: string;
  readonly items: readonly { readonly value: string; readonly text: string }[];
  readonly name: string;
  readonly reason: string;
  readonly problems: ReturnType<typeof showProblems>;
  readonly status: 200 | 422;
  readonly file: { readonly name: string; readonly csv: string } | null;
} {
  const { words } = ctx;
  const period = readPeriod(query, londonDay(ctx.clock.now()));
  const span = { from: words.format.month(period.from), to: words.format.month(period.to) };
  return {
    span: words.t('insight:span', span),
    items: downloadable.map((value) => ({
      value,
      text: words.t(`insight:download.name.${value}`),
    })),
    name: typedValue(typed, 'name'),
    reason: typedValue(typed, 'reason'),
    problems: showProblems(words, problems),
    status: problems.length === 0 ? 200 : 422,
    file: null,
  };
}
