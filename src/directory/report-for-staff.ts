import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { placeName } from './place-words.ts';
import { getProvider } from './provider-store.ts';
import { findReport } from './report-listing-store.ts';
import { subjectsText } from './report-subjects.view.ts';

type StaffReport = {
  readonly name: string;
  readonly pageHref: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
};

/**
 * A report as staff read it; that it was read is recorded. Problems: `not-allowed`, `not-found`.
 */
export function reportForStaff(
  ctx: Ctx,
  href: (path: string, query?: Query) => string,
  id: string,
): Result<StaffReport, 'not-allowed' | 'not-found'> {
  const { actor, words } = ctx;
  if (actor.kind !== 'staff') return failure('not-allowed');
  return inTransaction(ctx.db, (tx): Result<StaffReport, 'not-found'> => {
    const report = findReport(tx, ctx, id);
    if (report === undefined) return failure('not-found');
    recordAudit(tx, ctx, {
      action: 'listing-report-read',
      object: `listing-report:${id}`,
      fields: ['text', 'email'],
    });
    const provider = getProvider(tx, report.providerId);
    const { t, format } = words;
    const unsaid = t('directory:provider.notSaid');
    return success({
      name: provider === null ? report.providerId : placeName(words, provider),
      pageHref: href(`/provider/${report.providerId}`),
      facts: [
        {
          label: t('directory:provider.report.staff.received'),
          text: format.moment(new Date(report.receivedAt)),
        },
        {
          label: t('directory:provider.report.staff.about'),
          text: subjectsText(words, report.about),
        },
        { label: t('directory:provider.report.staff.text'), text: report.text || unsaid },
        { label: t('directory:provider.report.staff.email'), text: report.email || unsaid },
      ],
    });
  });
}
