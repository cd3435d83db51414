import type { Ctx } from '#platform/context.ts';
import { isCode } from '#platform/links/access-code.ts';
import { hashToken } from '#platform/links/access-link.ts';
import { startVisit } from '#platform/links/visit.ts';
import { inTransaction } from '#platform/transaction.ts';
import { deleteCode, findCode, setTriesLeft } from './access-code-store.ts';
import { trackPurpose, trackVisitHours } from './tracking.ts';

/** `gone`: there is no code any more to enter in this browser. */
export type CodeEntered =
  | { readonly state: 'opened'; readonly visitToken: string }
  | { readonly state: 'wrong'; readonly triesLeft: number }
  | { readonly state: 'gone' };

/**
 * Lets a browser in with the code that was sent for it: once, within ten minutes, in five tries. One
 * that was asked for with a guess counts down alike and never opens.
 */
export function enterAccessCode(ctx: Ctx, token: string, code: string): CodeEntered {
  const id = hashToken(token);
  return inTransaction(ctx.db, (tx): CodeEntered => {
    const kept = findCode(tx, ctx.clock, id);
    if (!kept) return { state: 'gone' };
    const isRight = isCode(ctx.keys, { id, codeHash: kept.codeHash }, code);
    if (!isRight || kept.caseId === null) {
      const triesLeft = kept.triesLeft - 1;
      setTriesLeft(tx, id, triesLeft);
      return triesLeft > 0 ? { state: 'wrong', triesLeft } : { state: 'gone' };
    }
    deleteCode(tx, id);
    const subject = { purpose: trackPurpose, subjectId: kept.caseId, hours: trackVisitHours };
    return { state: 'opened', visitToken: startVisit(tx, ctx, subject) };
  });
}

/** Whether this browser has a code to enter. */
export const hasCodeToEnter = (ctx: Ctx, token: string): boolean =>
  findCode(ctx.db, ctx.clock, hashToken(token)) !== undefined;
