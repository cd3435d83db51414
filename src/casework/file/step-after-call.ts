import { contactMade } from '#brokerage/case-clocks.ts';
import type { CaseChange, OpenCase } from '#brokerage/case-store.ts';
import type { Reader } from '#db/open-database.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import { stepDays } from '#platform/settings/targets.ts';
import { stepAfterMessage } from './step-after-message.ts';

/**
 * What a call that reached the family changes: the first clock stops, and the case goes on with what
 * comes after a first contact or after a message. A call that did not reach it changes nothing.
 */
export function stepAfterCall(db: Reader, ctx: Ctx, subject: OpenCase): CaseChange {
  if (subject.status === 'closed') return {};
  const met = contactMade(subject, ctx.clock.now());
  if (subject.nextAction === 'read-message') {
    return { ...met, ...stepAfterMessage(db, ctx, subject) };
  }
  const wasFirst = subject.nextAction === 'find-places' && subject.contactedAt === null;
  if (subject.nextAction !== 'contact-family' && !wasFirst) return met;
  return { ...met, nextAction: 'find-places', nextActionDue: optionsDay(ctx, subject) };
}

function optionsDay(ctx: Ctx, { optionsDue, isUrgent }: OpenCase): string {
  const { options } = stepDays(ctx.settings.targets, isUrgent);
  return optionsDue ?? dueDay(ctx.clock.now(), options, closedDays(ctx.settings));
}
