import { z } from 'zod';

/** From when until when no text is sent: minutes past midnight in London; `from` may be the later. */
export type QuietHours = { readonly from: number; readonly to: number };

const pattern = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;

/** Parses `20:00-08:00`, or `none`; anything else is refused with that example. */
export const quietHours = z.string().transform((text, context): QuietHours | null => {
  if (text === 'none') return null;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = (
    pattern.exec(text)?.slice(1) ?? []
  ).map(Number);
  const hours = { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
  if (hours.from !== hours.to) return hours;
  context.addIssue({ code: 'custom', message: 'must be written like 20:00-08:00, or none' });
  return z.NEVER;
});
