import { changeCase } from '#brokerage/case-store.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { insertTie, listTies } from './tie-store.ts';
import { workOnCase, type AtProblem, type CaseAt } from './work-on-case.ts';
import { findCaseFor } from '../staff-cases.ts';

/**
 * Links two requests of one family, each of which goes on by itself. Linking them again changes
 * nothing. Problems: `not-allowed`, `not-found`, `stale-version`.
 */
export const linkSiblings = (
  ctx: Ctx,
  at: CaseAt,
  { other, reason }: { readonly other: string; readonly reason: string },
): Result<null, AtProblem> =>
  workOnCase(ctx, at, (tx, subject, staff): Result<null, AtProblem> => {
    const sibling = findCaseFor(tx, ctx, { reference: other });
    if (!sibling || sibling.id === subject.id) return failure('not-found');
    if (listTies(tx, subject.id).some(({ reference }) => reference === other)) return success(null);
    insertTie(tx, ctx, subject, staff, {
      ...{ kind: 'siblings', otherId: sibling.id, before: null, reason },
    });
    for (const one of [subject, sibling]) {
      changeCase(tx, one.id, one.version, {});
      addEvent(tx, ctx, one, 'siblings-linked', { staffName: staff.name });
      recordAudit(tx, ctx, {
        action: 'siblings-linked',
        object: `case:${one.id}`,
        fields: ['tie'],
      });
    }
    return success(null);
  });
