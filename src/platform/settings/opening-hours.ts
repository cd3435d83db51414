import { z } from 'zod';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const pattern =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)-(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d\d:[0-5]\d)-(\d\d:[0-5]\d)$/;

/** When the council's phone is answered: ISO weekdays (1 Monday to 7 Sunday), London times. */
export type OpeningHours = {
  readonly from: number;
  readonly to: number;
  readonly opens: string;
  readonly closes: string;
};

const weekday = (name: string) => days.findIndex((day) => day === name) + 1;

/** Parses `Mon-Fri 09:00-17:00`; anything else is refused with that example. */
export const openingHours = z.string().transform((text, context): OpeningHours => {
  const [, from = '', to = '', opens = '', closes = ''] = pattern.exec(text) ?? [];
  if (from !== '' && opens < closes && closes <= '24:00') {
    return { from: weekday(from), to: weekday(to), opens, closes };
  }
  context.addIssue({ code: 'custom', message: 'must be written like Mon-Fri 09:00-17:00' });
  return z.NEVER;
});
