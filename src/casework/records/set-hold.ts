import { changeCase } from '#brokerage/case-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { insertNote } from '../file/note-store.ts';
import { workOnCase, type AtProblem, type CaseAt } from '../file/work-on-case.ts';
import { managerOf } from './manager.ts';

/**
 * A manager has a case kept past its time, or lets it go again. Why is a note on the case, sealed
 * like all others. Problems: `not-allowed` (but for managers), `not-found`, `stale-version`.
 */
export function setHold(
  ctx: Ctx,
  at: CaseAt,
  { hold, reason }: { readonly hold: boolean; readonly reason: string },
): Result<null, AtProblem> {
  const manager = managerOf(ctx.actor);
  if (!manager.ok) return manager;
  return workOnCase(ctx, at, (tx, subject, staff): Result<null, 'stale-version'> => {
    if (!changeCase(tx, subject.id, subject.version, { legalHold: hold }))
      return failure('stale-version');
    const { words } = ctx;
    const text = words.t(hold ? 'records:hold.noteSet' : 'records:hold.noteLifted', { reason });
    insertNote(tx, ctx, subject, staff, { text, once: ctx.ids.id() });
    recordAudit(tx, ctx, {
      action: hold ? 'hold-set' : 'hold-lifted',
      object: `case:${subject.id}`,
      fields: ['legalHold', 'note'],
    });
    return success(null);
  });
}
