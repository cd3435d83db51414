import { count, eq, gt, lte } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '#db/open-database.ts';
import { listingReport } from '#db/schema/listing-report.ts';
import type { App } from '#platform/context.ts';
import { newDataKey, sealJson, unsealJson, unwrapDataKey } from '#platform/crypto/data-key.ts';
import { addDays } from '#platform/calendar/london-time.ts';
import type { Report } from './report-listing.form.ts';

const told = z.object({ text: z.string(), email: z.string() });
export type ListingReport = z.infer<typeof told> & {
  readonly id: string;
  readonly providerId: string;
  readonly receivedAt: string;
  readonly about: readonly string[];
};

const place = (row: string) => ({ table: 'listing_report', column: 'sealed_report', row });

/** Keeps a report under its id, its words and address sealed. False when that id is kept already. */
export function insertReport(
  db: Reader,
  ctx: Pick<App, 'clock' | 'keys'>,
  id: string,
  { providerId, report }: { readonly providerId: string; readonly report: Report },
): boolean {
  const { about, text, email } = report;
  const { key, wrapped } = newDataKey(ctx.keys, id);
  const { changes } = db
    .insert(listingReport)
    .values({
      ...{ id, providerId, about, wrappedKey: wrapped },
      receivedAt: ctx.clock.now().toISOString(),
      sealedReport: sealJson(key, place(id), { text, email }),
    })
    .onConflictDoNothing()
    .run();
  return changes > 0;
}

/** A report with its words opened; undefined when there is none. */
export function findReport(
  db: Reader,
  ctx: Pick<App, 'keys'>,
  id: string,
): ListingReport | undefined {
  const row = db.select().from(listingReport).where(eq(listingReport.id, id)).get();
  if (!row) return undefined;
  const { providerId, receivedAt, about, wrappedKey, sealedReport } = row;
  const key = unwrapDataKey(ctx.keys, id, wrappedKey);
  return {
    id,
    providerId,
    receivedAt,
    about,
    ...told.parse(unsealJson(key, place(id), sealedReport)),
  };
}

/** How many reports came after a moment. */
export const countReportsSince = (db: Reader, since: Date): number =>
  db
    .select({ total: count() })
    .from(listingReport)
    .where(gt(listingReport.receivedAt, since.toISOString()))
    .get()?.total ?? 0;

const keptDays = 183;

/** Removes reports older than six months; run by housekeeping. Gives how many. */
export function purgeReports(db: Reader, clock: App['clock']): number {
  const oldest = addDays(clock.now().toISOString().slice(0, 10), -keptDays);
  return db.delete(listingReport).where(lte(listingReport.receivedAt, oldest)).run().changes;
}
