import type { Ctx } from '#platform/context.ts';
import { addHours } from '#platform/links/access-link.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { getProvider } from './provider-store.ts';
import type { Report } from './report-listing.form.ts';
import { countReportsSince, insertReport } from './report-listing-store.ts';

/** More than this in an hour is no longer people. */
const mostAnHour = 60;

const drawn = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Keeps what somebody says is wrong on a page and tells the council that there is something to read.
 * The same form sent twice is one report; one that only a robot can have filled in is none.
 * Problems: `not-found`, `too-many-requests`.
 */
export function reportListing(
  ctx: Ctx,
  providerId: string,
  report: Report,
): Result<null, 'not-found' | 'too-many-requests'> {
  if (getProvider(ctx.db, providerId) === null) return failure('not-found');
  if (report.website !== '') return success(null);
  const anHourAgo = addHours(ctx.clock.now(), -1);
  return inTransaction(ctx.db, (tx): Result<null, 'too-many-requests'> => {
    if (countReportsSince(tx, anHourAgo) >= mostAnHour) return failure('too-many-requests');
    const id = drawn.test(report.once) ? report.once : ctx.ids.id();
    if (insertReport(tx, ctx, id, { providerId, report })) {
      enqueueMessage(tx, ctx, {
        kind: 'listing-report',
        subjectId: id,
        dedupeKey: `listing-report:${id}`,
      });
    }
    return success(null);
  });
}
