import { reopenCase } from '#brokerage/reopen-case.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { stepDays } from '#platform/settings/targets.ts';
import { finishTasks, openTasks } from '../asking/asking-tasks-store.ts';
import { workOnCase, type AtProblem } from '../file/work-on-case.ts';

/** What the family says: still there, there but something changed, or gone; or it was not reached. */
export const followUps = ['still-there', 'changed', 'left', 'not-reached'] as const;
export type FollowUp = (typeof followUps)[number];

export type FollowedUp = {
  readonly reference: string;
  readonly version: number;
  readonly taskId: string;
  readonly said: FollowUp;
  readonly note: string;
  /** The family wants help again. */
  readonly reopens: boolean;
};

/**
 * How the family fares at 4 or 12 weeks. A family that needs help again has its case opened again; for
 * one that has left the place nobody asks again. Problems: `not-allowed`, `not-found`,
 * `stale-version`, `not-in-this-state` (the case is open again already).
 */
export const recordFollowUp = (
  ctx: Ctx,
  { taskId, said, note, reopens, ...at }: FollowedUp,
): Result<null, AtProblem | 'not-in-this-state'> =>
  workOnCase(ctx, at, (tx, subject, staff): Result<null, 'not-found' | 'not-in-this-state'> => {
    const task = openTasks(tx, subject.id, ['follow-up']).find(({ id }) => id === taskId);
    if (!task) return failure('not-found');
    const ends = said === 'left' || reopens;
    finishTasks(tx, ctx, subject.id, ['follow-up'], ends ? null : task.subject);
    addEvent(tx, ctx, subject, 'followed-up', { staffName: staff.name, text: note });
    recordAudit(tx, ctx, {
      action: `followed-up-${said}`,
      object: `case:${subject.id}`,
      fields: ['task'],
    });
    if (!reopens) return success(null);
    const { contact } = stepDays(ctx.settings.targets, subject.isUrgent);
    const nextActionDue = dueDay(ctx.clock.now(), contact, closedDays(ctx.settings));
    const next = { nextAction: 'contact-family', nextActionDue };
    return reopenCase(tx, ctx, subject, next) ? success(null) : failure('not-in-this-state');
  });
