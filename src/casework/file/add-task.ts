import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { insertOwnTask } from './task-store.ts';
import { workOnCase, type AtProblem } from './work-on-case.ts';

/**
 * Something to do on a case by a London day, besides its next action. The same form sent twice is one
 * task. Problems: `not-allowed`, `not-found`.
 */
export const addTask = (
  ctx: Ctx,
  reference: string,
  task: { readonly text: string; readonly due: string; readonly once: string },
): Result<null, AtProblem> =>
  workOnCase(ctx, { reference, version: null }, (tx, subject) => {
    if (insertOwnTask(tx, ctx, subject, task)) {
      recordAudit(tx, ctx, {
        action: 'task-added',
        object: `case:${subject.id}`,
        fields: ['task'],
      });
    }
    return success(null);
  });
