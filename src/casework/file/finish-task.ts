import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { finishTaskRow } from './task-store.ts';
import { workOnCase, type AtProblem } from './work-on-case.ts';

/** A task is done. Problems: `not-allowed`, `not-found` (also when it was done before). */
export const finishTask = (ctx: Ctx, reference: string, taskId: string): Result<null, AtProblem> =>
  workOnCase(ctx, { reference, version: null }, (tx, subject, staff) => {
    if (!finishTaskRow(tx, ctx, subject, staff, taskId)) return failure('not-found');
    recordAudit(tx, ctx, { action: 'task-done', object: `case:${subject.id}`, fields: ['task'] });
    return success(null);
  });
