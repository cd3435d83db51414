import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { findCaseFor } from '../staff-cases.ts';
import { staffWith } from '../staff-rights.ts';
import { listEnquiries } from './enquiry-store.ts';
import { keepAnswer, type Given } from './keep-answer.ts';

type RecordProblem = 'not-allowed' | 'not-found' | 'stale-version' | 'not-in-this-state';

/**
 * The broker takes down what a provider said on the phone; it replaces what there was. Problems:
 * `not-allowed`, `not-found`, `stale-version` (something came meanwhile), `not-in-this-state`.
 */
export function recordAnswer(
  ctx: Ctx,
  on: { readonly reference: string; readonly version: number; readonly enquiryId: string },
  { answer, facts }: Given,
): Result<null, RecordProblem> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<null, RecordProblem> => {
    const subject = findCaseFor(tx, ctx, { reference: on.reference });
    const enquiry = subject && listEnquiries(tx, subject).find(({ id }) => id === on.enquiryId);
    if (!subject || !enquiry) return failure('not-found');
    if (subject.status === 'closed') return failure('not-in-this-state');
    if (subject.version !== on.version) return failure('stale-version');
    const heard = { answer: { ...answer, source: 'phone-call' as const }, facts };
    keepAnswer(tx, ctx, { subject, enquiry }, heard, staff.value.name);
    return success(null);
  });
}
