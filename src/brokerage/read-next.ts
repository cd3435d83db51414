import type { Reader } from '#db/open-database.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { clockChange } from './case-clocks.ts';
import type { NextAction } from './case-status.ts';
import type { CaseChange, OpenCase } from './case-store.ts';
import { coverFor } from './cover-store.ts';
import { dueIn } from './due-in.ts';

type ReadNext = { readonly nextAction: NextAction; readonly nextActionDue: string };

/** Somebody must read what the family said, within the days for contact. */
export const toRead = (ctx: Ctx, subject: Pick<OpenCase, 'isUrgent'>): ReadNext => ({
  nextAction: 'read-message',
  nextActionDue: dueIn(ctx, subject, 'contact'),
});

/**
 * What comes next on an open case once the family has written or changed its answers: a broker at work
 * reads it, or whoever sees to it while that broker is away. It never puts off a day that was promised; and a new request keeps its first contact, at
 * which all of it is read.
 */
export function readNext(db: Reader, ctx: Ctx, subject: OpenCase): CaseChange {
  const { status, nextActionDue, ownerId } = subject;
  if (status === 'new') return {};
  const now = ctx.clock.now();
  const next = toRead(ctx, subject);
  const isPromised = nextActionDue !== null && nextActionDue < next.nextActionDue;
  return {
    ...next,
    status: 'in-progress',
    ownerId: coverFor(db, ownerId, londonDay(now)),
    ...clockChange(subject, 'in-progress', now, closedDays(ctx.settings)),
    ...(isPromised && { nextActionDue }),
  };
}
