import { findCase, type OpenCase } from '#brokerage/case-store.ts';
import { coverFor } from '#brokerage/cover-store.ts';
import type { Tx } from '#db/open-database.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import { workingHoursBetween } from '#platform/calendar/working-hours.ts';
import type { App, Ctx } from '#platform/context.ts';
import { inTransaction } from '#platform/transaction.ts';
import { factsOfCases, learnCasesInBackground } from './case-index.ts';
import { findColleague, type Colleague } from './colleague-store.ts';
import {
  hasQuietWork,
  lastDeed,
  listOwned,
  owningEvents,
  readsFamilyNext,
} from './ownership-store.ts';
import { passOn } from './pass-on.ts';
import { queuedCases } from './queued-cases.ts';

export type Tidied = {
  /** Claims on which nobody had worked, given back to the queue. */
  readonly returned: number;
  /** Cases with news from the family whose owner is away, given to the cover or the queue. */
  readonly covered: number;
};

/**
 * Housekeeping, once an hour: a claim on which nobody has worked for the working hours of the settings
 * returns to the queue; what a family wrote to somebody who is away goes to whoever covers for them.
 * What the process remembers of cases that have closed or were erased is forgotten.
 */
export function tidyQueue(app: App): Tidied {
  const ctx: Ctx = { ...app, actor: { kind: 'system' }, words: app.catalogue.speak('en') };
  let [returned, covered] = [0, 0];
  for (const { id, ownerId } of listOwned(app.db)) {
    const done = inTransaction(app.db, (tx) => tidyOne(tx, ctx, id, ownerId));
    if (done === 'returned') returned += 1;
    if (done === 'covered') covered += 1;
  }
  factsOfCases(app, queuedCases(app, londonDay(app.clock.now())).cases);
  return { returned, covered };
}

/** The first housekeeping after a start, without a request having to wait for it. */
export async function tidyQueueAfterStart(app: App): Promise<void> {
  await learnCasesInBackground(app, queuedCases(app, londonDay(app.clock.now())).cases);
  if (app.db.$client.open) tidyQueue(app);
}

function tidyOne(tx: Tx, ctx: Ctx, id: string, ownerId: string): 'returned' | 'covered' | null {
  const { t } = ctx.words;
  const cover = coverFor(tx, ownerId, londonDay(ctx.clock.now()));
  if (cover !== ownerId && readsFamilyNext(tx, id)) {
    const to = cover === null ? null : (findColleague(tx, cover) ?? null);
    return move(tx, ctx, id, { to, text: t('queue:handOver.away') }) && 'covered';
  }
  if (!isIdleClaim(tx, ctx, id)) return null;
  const text = t('queue:handOver.idle', { count: ctx.settings.targets.claimReturnHours });
  return move(tx, ctx, id, { to: null, text }) && 'returned';
}

type Move = { readonly to: Colleague | null; readonly text: string };

/** True when it moved, else null: the case does not open. */
function move(tx: Tx, ctx: Ctx, id: string, { to, text }: Move): true | null {
  const subject = tryToOpen(tx, ctx, id);
  if (!subject) return null;
  return passOn(tx, ctx, subject, { version: subject.version, to, text }) || null;
}

/** What staff did last on it was to take it, and that was too many working hours ago. */
function isIdleClaim(tx: Tx, { clock, settings }: Ctx, id: string): boolean {
  const last = lastDeed(tx, id);
  if (!last || !owningEvents.some((kind) => kind === last.kind)) return false;
  const { openingHours } = settings.council;
  const hours = workingHoursBetween(
    new Date(last.at),
    clock.now(),
    closedDays(settings),
    openingHours,
  );
  return hours > settings.targets.claimReturnHours && !hasQuietWork(tx, id, last.at);
}

function tryToOpen(tx: Tx, ctx: Ctx, id: string): OpenCase | undefined {
  try {
    return findCase(tx, ctx, { id });
  } catch {
    ctx.log.error('case does not open', { id });
    return undefined;
  }
}
