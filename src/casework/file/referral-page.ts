import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { consentText } from './case-referrals.view.ts';
import { readCase } from './read-case.ts';
import { listReferrals, type Referral } from './referral-store.ts';

export type ReferralPage = Pick<Referral, 'to' | 'purpose' | 'parts'> & {
  readonly agreed: string;
  readonly passedOn: string;
  readonly title: string;
  readonly from: string;
};

/** One referral to print: what was agreed to be shared, and nothing else. In English, for the service. */
export function referralPage(
  ctx: Ctx,
  reference: string,
  id: string,
): Result<ReferralPage, 'not-allowed' | 'not-found'> {
  const read = readCase(ctx, reference, 'sensitive');
  if (!read.ok) return read;
  const referral = listReferrals(ctx.db, read.value).find((one) => one.id === id);
  if (referral === undefined) return failure('not-found');
  inTransaction(ctx.db, (tx) =>
    recordAudit(tx, ctx, {
      action: 'referral-read',
      object: `case:${read.value.id}`,
      fields: referral.groups,
    }),
  );
  const english = ctx.catalogue.speak('en');
  const { name, phone } = ctx.settings.council;
  const moment = english.format.moment(new Date(referral.at));
  return success({
    ...{ to: referral.to, purpose: referral.purpose, parts: referral.parts },
    agreed: consentText(english, referral.consent),
    passedOn: english.t('caseFile:note.by', { name: referral.by, moment }),
    title: english.t('caseFile:referral.title', { name: referral.to }),
    from: english.t('caseFile:referral.from', { council: name, phone }),
  });
}
