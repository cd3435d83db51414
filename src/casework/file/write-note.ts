import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { insertNote } from './note-store.ts';
import { workOnCase } from './work-on-case.ts';

/**
 * A note for colleagues. Nothing is sent, no family sees it, and it stays on the case when that has
 * closed. The same form sent twice is one note. Problems: `not-allowed`, `not-found`.
 */
export const writeNote = (
  ctx: Ctx,
  reference: string,
  written: { readonly text: string; readonly once: string },
): Result<null, 'not-allowed' | 'not-found' | 'stale-version'> =>
  workOnCase(ctx, { reference, version: null }, (tx, subject, staff) => {
    if (insertNote(tx, ctx, subject, staff, written)) {
      recordAudit(tx, ctx, {
        action: 'note-written',
        object: `case:${subject.id}`,
        fields: ['note'],
      });
    }
    return success(null);
  });
