import { closedDays } from '#platform/calendar/closed-days.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { OpenCase } from './case-store.ts';
import { isUrgent } from './urgency.ts';

/** The confirmation: what happens next and by which working day. */
export function sentView({ words, settings }: Ctx, { reference, receivedAt, family }: OpenCase) {
  const { t, format } = words;
  const target = isUrgent(family, londonDay(new Date(receivedAt))) ? 1 : settings.targets.contact;
  const due = dueDay(new Date(receivedAt), target, closedDays(settings));
  return {
    reference,
    next: t(family.wish === 'advice' ? 'brokerage:sent.nextAdvice' : 'brokerage:sent.next', {
      day: format.weekdayAndDay(due),
    }),
    message: t(`brokerage:sent.${family.contact.channel}`),
  };
}
