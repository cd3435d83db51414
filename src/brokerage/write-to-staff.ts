import { recordAudit } from '#platform/audit/record-audit.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { changeCase } from './case-store.ts';
import { insertMessage } from './message-store.ts';
import type { Written } from './message.ts';
import { ownCase } from './own-case.ts';
import { readNext, toRead } from './read-next.ts';
import { reopenCase } from './reopen-case.ts';
import { mayWrite } from './reopen.ts';
import { addEvent } from './timeline-store.ts';

type WriteProblem = 'not-found' | 'not-in-this-state';

/**
 * The family writes to whoever helps it, and the broker reads it next. A request that closed no more
 * than 28 days before is opened again by it. The same form sent twice is one message. Problems:
 * `not-found`, `not-in-this-state` (the request closed too long ago).
 */
export function writeToStaff(ctx: Ctx, written: Written): Result<null, WriteProblem> {
  return inTransaction(ctx.db, (tx): Result<null, WriteProblem> => {
    const own = ownCase(tx, ctx);
    if (!own.ok) return own;
    const subject = own.value;
    if (!mayWrite(subject, londonDay(ctx.clock.now()))) return failure('not-in-this-state');
    if (insertMessage(tx, ctx, subject, written) === null) return success(null);
    addEvent(tx, ctx, subject, 'message-from-family');
    if (subject.status === 'closed') reopenCase(tx, ctx, subject, toRead(ctx, subject));
    else changeCase(tx, subject.id, subject.version, readNext(tx, ctx, subject));
    recordAudit(tx, ctx, {
      action: 'message-written',
      object: `case:${subject.id}`,
      fields: ['message'],
    });
    return success(null);
  });
}
