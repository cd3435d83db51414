import { changeCase } from '#brokerage/case-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { findCaseFor } from '../staff-cases.ts';
import { staffWith } from '../staff-rights.ts';
import { stepAfterMessage } from './step-after-message.ts';

type SettleProblem = 'not-allowed' | 'not-found' | 'stale-version' | 'not-in-this-state';

/**
 * What the family wrote needs no answer: the case goes on with what it waited for. Problems:
 * `not-allowed`, `not-found`, `stale-version` (something new has come), `not-in-this-state`.
 */
export function settleMessages(
  ctx: Ctx,
  input: { readonly reference: string; readonly version: number },
): Result<null, SettleProblem> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<null, SettleProblem> => {
    const subject = findCaseFor(tx, ctx, { reference: input.reference });
    if (!subject) return failure('not-found');
    if (subject.nextAction !== 'read-message') return failure('not-in-this-state');
    const step = stepAfterMessage(tx, ctx, subject);
    if (!changeCase(tx, subject.id, input.version, step)) return failure('stale-version');
    recordAudit(tx, ctx, {
      action: 'message-settled',
      object: `case:${subject.id}`,
      fields: ['nextAction'],
    });
    return success(null);
  });
}
