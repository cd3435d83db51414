import { findCase, type OpenCase } from '#brokerage/case-store.ts';
import type { Tx } from '#db/open-database.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { insertNote } from '../file/note-store.ts';
import { findCaseFor } from '../staff-cases.ts';
import { isLetIn, staffWith, type StaffActor } from '../staff-rights.ts';
import { findColleague, type Colleague } from './colleague-store.ts';
import { listOwned } from './ownership-store.ts';
import { passOn } from './pass-on.ts';

type HandOverProblem = 'not-allowed' | 'not-found' | 'stale-version' | 'not-in-this-state';
export type HandOver = {
  readonly reference: string;
  readonly version: number;
  /** A colleague's account, or null for the queue. */
  readonly to: string | null;
  /** For whoever has it next; empty for none. */
  readonly note: string;
};

/**
 * Hands an open case over to a colleague, or gives it back to the queue: for its owner and managers,
 * and for anybody who works on cases when nobody owns it. Problems: `not-allowed`, `not-found` (no such
 * case, or nobody who could own it), `stale-version`, `not-in-this-state` (it has closed).
 */
export function handOver(ctx: Ctx, input: HandOver): Result<null, HandOverProblem> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<null, HandOverProblem> => {
    const subject = findCaseFor(tx, ctx, { reference: input.reference });
    if (!subject) return failure('not-found');
    if (!mayHandOver(staff.value, subject.ownerId)) return failure('not-allowed');
    const to = receiver(tx, input.to);
    if (!to.ok) return to;
    if (!isLet(to.value, subject)) return failure('not-allowed');
    if (subject.status === 'closed') return failure('not-in-this-state');
    if (!passOn(tx, ctx, subject, { version: input.version, to: to.value })) {
      return failure('stale-version');
    }
    leaveNote(tx, ctx, subject, staff.value, input.note);
    return success(null);
  });
}

/** Among the case's notes, for whoever has it next. */
function leaveNote(tx: Tx, ctx: Ctx, subject: OpenCase, staff: StaffActor, text: string): void {
  if (text !== '') insertNote(tx, ctx, subject, staff, { text, once: ctx.ids.id() });
}

/** Who may hand over what an owner has. */
export const mayHandOver = ({ id, role }: StaffActor, ownerId: string | null): boolean =>
  role === 'manager' || ownerId === null || ownerId === id;

/** The inclusion team is given no case of a family that did not let it in. */
const isLet = (to: Colleague | null, { family }: OpenCase): boolean =>
  to === null || isLetIn({ kind: 'staff', ...to }, family.sharing.team);

function receiver(tx: Tx, id: string | null): Result<Colleague | null, 'not-found'> {
  if (id === null) return success(null);
  const colleague = findColleague(tx, id);
  return colleague ? success(colleague) : failure('not-found');
}

/**
 * Hands over all open cases of one member of staff at once, each with the note; gives how many. For
 * themselves and managers. Problems: `not-allowed`, `not-found` (nobody who could own them).
 */
export function handOverAll(
  ctx: Ctx,
  input: Pick<HandOver, 'to' | 'note'> & { readonly from: string },
): Result<number, 'not-allowed' | 'not-found'> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  if (!mayHandOver(staff.value, input.from)) return failure('not-allowed');
  return inTransaction(ctx.db, (tx): Result<number, 'not-found'> => {
    const to = receiver(tx, input.to);
    if (!to.ok) return to;
    if (input.to === input.from) return success(0);
    let count = 0;
    for (const { id } of listOwned(tx, input.from)) {
      const subject = findCase(tx, ctx, { id });
      if (!subject || !isLet(to.value, subject)) continue;
      passOn(tx, ctx, subject, { version: subject.version, to: to.value });
      leaveNote(tx, ctx, subject, staff.value, input.note);
      count += 1;
    }
    return success(count);
  });
}
