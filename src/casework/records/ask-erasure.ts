import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { workOnCase, type AtProblem } from '../file/work-on-case.ts';
import { findOpenErasure, insertErasure } from './erasure-store.ts';

/**
 * Asks for a case to be erased; a manager who is somebody else decides. Problems: `not-allowed`,
 * `not-found`, `not-in-this-state` (it was asked for already), `on-hold`.
 */
export const askErasure = (
  ctx: Ctx,
  reference: string,
  reason: string,
): Result<null, AtProblem | 'not-in-this-state' | 'on-hold'> =>
  workOnCase(
    ctx,
    { reference, version: null },
    (tx, subject, staff): Result<null, 'not-in-this-state' | 'on-hold'> => {
      if (subject.legalHold) return failure('on-hold');
      if (findOpenErasure(tx, subject)) return failure('not-in-this-state');
      insertErasure(tx, ctx, subject, staff, reason);
      recordAudit(tx, ctx, { action: 'erasure-asked', object: `case:${subject.id}` });
      return success(null);
    },
  );
