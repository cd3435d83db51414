import { recordAudit } from '#platform/audit/record-audit.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { changeCase, type CaseChange, type OpenCase } from './case-store.ts';
import { insertMessage } from './message-store.ts';
import type { Written } from './message.ts';
import { ownCase } from './own-case.ts';
import { addEvent } from './timeline-store.ts';

type WriteProblem = 'not-found' | 'not-in-this-state';

/**
 * The family writes to whoever helps it, and the broker reads it next. The same form sent twice is
 * one message. Problems: `not-found`, `not-in-this-state` (the request is closed).
 */
export function writeToStaff(ctx: Ctx, written: Written): Result<null, WriteProblem> {
  return inTransaction(ctx.db, (tx): Result<null, WriteProblem> => {
    const own = ownCase(tx, ctx);
    if (!own.ok) return own;
    const subject = own.value;
    if (subject.status === 'closed') return failure('not-in-this-state');
    if (insertMessage(tx, ctx, subject, written) === null) return success(null);
    changeCase(tx, subject.id, subject.version, readNext(ctx, subject));
    addEvent(tx, ctx, subject, 'message-from-family');
    recordAudit(tx, ctx, {
      action: 'message-written',
      object: `case:${subject.id}`,
      fields: ['message'],
    });
    return success(null);
  });
}

/**
 * A broker at work reads it next. It never puts off a day that was promised; and a new request keeps
 * its first contact, at which the message is read.
 */
function readNext(ctx: Ctx, { status, nextActionDue }: OpenCase): CaseChange {
  if (status === 'new') return {};
  const due = dueDay(ctx.clock.now(), ctx.settings.targets.contact, closedDays(ctx.settings));
  return {
    status: 'in-progress',
    nextAction: 'read-message',
    nextActionDue: nextActionDue !== null && nextActionDue < due ? nextActionDue : due,
  };
}
