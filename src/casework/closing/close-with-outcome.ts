import type { OpenCase } from '#brokerage/case-store.ts';
import type { Outcome } from '#brokerage/case-status.ts';
import { closeCase } from '#brokerage/close-case.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import type { Tx } from '#db/open-database.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { addDays, londonDay } from '#platform/calendar/london-time.ts';
import { addWorkingDays } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import { finishTasks, insertTask } from '../asking/asking-tasks-store.ts';

/** When somebody asks the family how it went, in weeks from the start of care. */
export const followUpWeeks = [4, 12] as const;
const placed: readonly Outcome[] = ['placed-as-wanted', 'placed-with-compromise'];

export type Ending = {
  readonly outcome: Outcome;
  /** For colleagues: what happened, the compromise, or why something is not known. */
  readonly note: string;
  readonly staffName: string;
  /** London day on which care starts, where it is known. */
  readonly startsOn?: string;
};

/**
 * Closes a case in the caller's transaction with its event, strikes off what nobody needs to do any
 * more, and after a placement plans to ask the family at 4 and 12 weeks. False as `closeCase`.
 */
export function closeWithOutcome(tx: Tx, ctx: Ctx, subject: OpenCase, ending: Ending): boolean {
  const { outcome, note, staffName, startsOn } = ending;
  if (!closeCase(tx, ctx, subject, outcome)) return false;
  addEvent(tx, ctx, subject, 'closed', { outcome, text: note, staffName });
  finishTasks(tx, ctx, subject.id, ['call-provider'], null);
  if (placed.includes(outcome)) planFollowUps(tx, ctx, subject, startsOn ?? '');
  return true;
}

/** Counted from the later of today and the start of care; `round` tells one placement from another. */
function planFollowUps(tx: Tx, ctx: Ctx, subject: OpenCase, startsOn: string): void {
  const today = londonDay(ctx.clock.now());
  const from = startsOn > today ? startsOn : today;
  finishTasks(tx, ctx, subject.id, ['follow-up'], null);
  for (const weeks of followUpWeeks) {
    const due = addWorkingDays(addDays(from, weeks * 7), 0, closedDays(ctx.settings));
    const task = { caseId: subject.id, kind: 'follow-up', due, subject: String(weeks) } as const;
    insertTask(tx, ctx, { ...task, round: subject.version });
  }
}
