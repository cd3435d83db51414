import type { OpenCase } from '#brokerage/case-store.ts';
import { downloadHtml } from '#brokerage/download-html.ts';
import { heldOf } from '#brokerage/download-request.ts';
import { familyRows } from '#brokerage/family-rows.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { workOnCase, type AtProblem } from '../file/work-on-case.ts';
import { exportHtml } from './export-html.ts';
import { exportItems, type ExportItem } from './export-items.ts';

export const exportReasons = ['family-asked', 'on-behalf', 'court', 'regulator'] as const;
/** Why something is left out (Data Protection Act 2018, schedules 2 and 3). */
export const leaveOutReasons = ['third-party', 'harm', 'legal-advice'] as const;
export type LeaveOutReason = (typeof leaveOutReasons)[number];
export const exportFormats = ['page', 'data'] as const;

export type ExportOrder = {
  /** The version of the case as its words were looked through. */
  readonly version: number;
  readonly reason: (typeof exportReasons)[number];
  readonly format: (typeof exportFormats)[number];
  /** What is left out, by the id of the item. */
  readonly leftOut: ReadonlyMap<string, LeaveOutReason>;
};

export type ExportedItem = Omit<ExportItem, 'id' | 'text'> & {
  readonly text: string | null;
  readonly leftOut: LeaveOutReason | null;
};

/**
 * Everything held about a family for a subject-access request, in its language: what it told, what
 * happened, and what staff and others wrote, without what is left out. Who gave it out and why is
 * recorded. Problems: `not-allowed`, `not-found`, `stale-version` (there is more to look through).
 */
export const exportCase = (
  ctx: Ctx,
  reference: string,
  { version, reason, format, leftOut }: ExportOrder,
): Result<string, AtProblem> =>
  workOnCase(ctx, { reference, version }, (tx, subject) => {
    const items = exportItems(tx, subject).map((item) => withoutLeftOut(item, leftOut));
    const held = heldOf(tx, subject);
    recordAudit(tx, ctx, {
      action: 'case-exported',
      object: `case:${subject.id}`,
      fields: [
        'family',
        'events',
        'offers',
        'enquiries',
        'messages',
        'feedback',
        ...kindsOf(items),
      ],
      reason: [reason, ...items.flatMap(({ leftOut: why }) => why ?? [])].join(' '),
    });
    if (format === 'data')
      return success(`${JSON.stringify({ ...held, written: items }, null, 2)}\n`);
    return success(page(ctx, subject, held, items));
  });

function withoutLeftOut(
  { id, text, facts, ...item }: ExportItem,
  leftOut: ExportOrder['leftOut'],
): ExportedItem {
  const why = leftOut.get(id) ?? null;
  return why === null
    ? { ...item, facts, text, leftOut: null }
    : { ...item, facts: {}, text: null, leftOut: why };
}

const kindsOf = (items: readonly ExportedItem[]): readonly string[] => [
  ...new Set(items.map(({ kind }) => kind)),
];

function page(
  ctx: Ctx,
  { family }: OpenCase,
  held: ReturnType<typeof heldOf>,
  items: readonly ExportedItem[],
): string {
  const words = ctx.catalogue.speak(family.language);
  const answers = familyRows(words, family, londonDay(ctx.clock.now()));
  const end = '</body></html>';
  return downloadHtml(words, held, answers).replace(end, () => exportHtml(words, items) + end);
}
