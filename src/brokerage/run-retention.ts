import { setImmediate as turn } from 'node:timers/promises';
import type { Tx } from '#db/open-database.ts';
import { purgeReports } from '#directory/report-listing-store.ts';
import { addDays, londonDay } from '#platform/calendar/london-time.ts';
import type { App, Ctx } from '#platform/context.ts';
import { removeOldMailFiles } from '#platform/mail/remove-mail-files.ts';
import { purgeMessages } from '#platform/outbox/purge-messages.ts';
import { failure, success } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { deleteCodesUpTo } from './access-code-store.ts';
import { purgeDrafts } from './draft-store.ts';
import { eraseCase } from './erase-case.ts';
import { addMonths, keptRecords, periodOf, planRetention, type KeptRecord } from './retention.ts';
import { insertRun, lastRun, listClosedCases } from './retention-store.ts';

/** How many of each record were removed or, on trial, would have been; `held`: must not be. */
export type RetentionReport = Readonly<Record<KeptRecord | 'held', number>>;

/**
 * Removes all that has been kept long enough, and keeps the report. A case is erased in a transaction
 * of its own, with a breath between, so that the site goes on answering and a run that is cut short
 * is taken up by the next. On trial nothing changes but that the trial is on record.
 */
export async function runRetention(app: App, isTrial: boolean): Promise<RetentionReport> {
  const ctx: Ctx = { ...app, actor: { kind: 'system' }, words: app.catalogue.speak('en') };
  const plan = planRetention(listClosedCases(app.db), app.settings, app.clock.now());
  const report: Record<KeptRecord | 'held', number> = {
    ...zeroes(),
    ...sweep(app, isTrial),
    held: plan.held,
  };
  for (const { id, record } of plan.due) {
    const erased = isTrial || (await eraseOne(ctx, id));
    report[erased ? record : 'held'] += 1;
  }
  if (!isTrial) await removeOldMailFiles(app.settings, new Date(lastDayOf(app, 'message')));
  const at = app.clock.now().toISOString();
  insertRun(app.db, { id: app.ids.id(), at, isTrial, removed: report });
  return report;
}

const zeroes = (): RetentionReport =>
  Object.fromEntries([...keptRecords, 'held'].map((record) => [record, 0])) as RetentionReport;

async function eraseOne(ctx: Ctx, id: string): Promise<boolean> {
  await turn();
  return inTransaction(ctx.db, (tx) => eraseCase(tx, ctx, id, 'kept-long-enough')).ok;
}

type Swept = Readonly<Record<'draft' | 'code' | 'message' | 'report', number>>;

/** What is over by its own date, in one transaction; a trial does it too and takes it all back. */
function sweep(app: App, isTrial: boolean): Swept {
  let swept: Swept = { draft: 0, code: 0, message: 0, report: 0 };
  inTransaction(app.db, (tx) => {
    swept = sweepIn(tx, app);
    return isTrial ? failure('unexpected') : success(null);
  });
  return swept;
}

function sweepIn(tx: Tx, app: App): Swept {
  return {
    draft: purgeDrafts(tx, app.clock),
    code: deleteCodesUpTo(tx, new Date(lastDayOf(app, 'code'))),
    message: purgeMessages(tx, lastDayOf(app, 'message')),
    report: purgeReports(tx, app.clock),
  };
}

/** The London day up to which records of a kind are over today. */
function lastDayOf({ clock, settings }: App, record: KeptRecord): string {
  const today = londonDay(clock.now());
  const period = periodOf(settings, record);
  return 'days' in period ? addDays(today, -period.days) : addMonths(today, -period.months);
}

/** Runs it once a London day; for housekeeping, which comes by more often. Null when it was done. */
export async function runRetentionOnceADay(app: App): Promise<RetentionReport | null> {
  const last = lastRun(app.db);
  const today = londonDay(app.clock.now());
  if (last && londonDay(new Date(last.at)) === today) return null;
  return runRetention(app, false);
}
