import { changeCase } from '#brokerage/case-store.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { insertCall, type LoggedCall } from './call-store.ts';
import { stepAfterCall } from './step-after-call.ts';
import { workOnCase, type AtProblem, type CaseAt } from './work-on-case.ts';

/**
 * Records a call or talk with the family; one that reached it stops the first clock and moves the
 * next action on. The same form sent twice is one call. Problems: `not-allowed`, `not-found`,
 * `stale-version`.
 */
export const logCall = (ctx: Ctx, at: CaseAt, call: LoggedCall): Result<null, AtProblem> =>
  workOnCase(ctx, at, (tx, subject, staff) => {
    if (!insertCall(tx, ctx, subject, staff, call)) return success(null);
    const change = call.result === 'reached' ? stepAfterCall(tx, ctx, subject) : {};
    changeCase(tx, subject.id, subject.version, change);
    const detail = { staffName: staff.name, outcome: call.result };
    addEvent(tx, ctx, subject, 'call-logged', detail);
    recordAudit(tx, ctx, {
      action: 'call-logged',
      object: `case:${subject.id}`,
      fields: ['call', ...Object.keys(change)],
    });
    return success(null);
  });
