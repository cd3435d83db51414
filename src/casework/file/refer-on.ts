import { closeCase } from '#brokerage/close-case.ts';
import { changeCase } from '#brokerage/case-store.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { insertReferral, type ReferralDetail, type ReferralKind } from './referral-store.ts';
import { sharedParts } from './shared-parts.ts';
import { workOnCase, type AtProblem, type CaseAt } from './work-on-case.ts';

export type ReferInput = Pick<ReferralDetail, 'to' | 'purpose' | 'groups' | 'consent'> & {
  readonly kind: ReferralKind;
};

/**
 * Records that the family agreed to something being passed on to another service, and what. Nothing
 * leaves by itself: the page of the referral is printed and handed over. Passing a request to another
 * authority closes it here. Gives the referral's id. Problems: `not-allowed`, `not-found`,
 * `stale-version` (what would be shared may have changed), `not-in-this-state` (it has closed).
 */
export const referOn = (
  ctx: Ctx,
  at: CaseAt,
  input: ReferInput,
): Result<string, AtProblem | 'not-in-this-state'> =>
  workOnCase(ctx, at, (tx, subject, staff): Result<string, 'not-in-this-state'> => {
    if (subject.status === 'closed') return failure('not-in-this-state');
    const english = ctx.catalogue.speak('en');
    const today = londonDay(ctx.clock.now());
    const parts = sharedParts(english, subject.family, today, input.groups);
    const id = insertReferral(tx, ctx, subject, staff, {
      ...input,
      parts: parts.map(({ title, rows }) => ({ title, rows: [...rows] })),
    });
    const detail = { staffName: staff.name, providerName: input.to };
    addEvent(tx, ctx, subject, 'referred', detail);
    recordAudit(tx, ctx, {
      action: 'case-referred',
      object: `case:${subject.id}`,
      fields: input.groups,
    });
    if (input.kind === 'service') changeCase(tx, subject.id, subject.version, {});
    else if (closeCase(tx, ctx, subject, 'other-authority'))
      addEvent(tx, ctx, subject, 'closed', { ...detail, outcome: 'other-authority' });
    return success(id);
  });
