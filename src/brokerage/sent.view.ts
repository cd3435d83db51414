import { closedDays } from '#platform/calendar/closed-days.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import type { OpenCase } from './case-store.ts';

/** The confirmation: what happens next and by which working day. */
export function sentView({ words, settings }: Ctx, { reference, receivedAt, family }: OpenCase) {
  const { t, format } = words;
  const due = dueDay(new Date(receivedAt), settings.targets.contact, closedDays(settings));
  return {
    reference,
    next: t('brokerage:sent.next', { day: format.weekdayAndDay(due) }),
    message: t(
      family.contact.channel === 'email' ? 'brokerage:sent.email' : 'brokerage:sent.phone',
    ),
  };
}
