import type { Ctx } from '#platform/context.ts';
import type { OpenCase } from './case-store.ts';

/** The confirmation: what happens next and by which working day. */
export function sentView({ words }: Ctx, { reference, contactDue, family }: OpenCase) {
  const { t, format } = words;
  return {
    reference,
    next:
      contactDue &&
      t(family.wish === 'advice' ? 'brokerage:sent.nextAdvice' : 'brokerage:sent.next', {
        day: format.weekdayAndDay(contactDue),
      }),
    message: t(`brokerage:sent.${family.contact.channel}`),
  };
}
