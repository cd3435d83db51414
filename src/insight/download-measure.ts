import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { csvText } from './csv.ts';
import { measuresView, type MeasureName } from './measures.view.ts';
import type { Period } from './period.ts';
import { viewMeasures } from './view-measures.ts';

/** What names people stays on the page. */
export const downloadable = [
  'months',
  'steps',
  'ages',
  'promises',
  'outcomes',
  'refusals',
  'unmet',
] as const satisfies readonly MeasureName[];
export type Downloadable = (typeof downloadable)[number];

/**
 * One measure of a period as CSV without personal data, in the reader's language. Who took it, which
 * and why is recorded. Problems: `not-allowed`, `answer-incomplete` (no reason).
 */
export function downloadMeasure(
  ctx: Ctx,
  asked: { readonly name: Downloadable; readonly period: Period; readonly reason: string },
): Result<string, 'not-allowed' | 'answer-incomplete'> {
  const found = viewMeasures(ctx, asked.period);
  if (!found.ok) return found;
  if (asked.reason === '') return failure('answer-incomplete');
  const measure = measuresView(ctx.words, found.value, true).find(
    ({ name }) => name === asked.name,
  );
  return inTransaction(ctx.db, (tx): Result<string, never> => {
    recordAudit(tx, ctx, {
      action: 'measures-downloaded',
      object: `measures:${asked.name}:${asked.period.from}:${asked.period.to}`,
      fields: [asked.name],
      reason: asked.reason,
    });
    return success(csvText(measure?.head ?? [], measure?.rows ?? []));
  });
}
