import type { Language } from './languages.ts';

export type Formats = ReturnType<typeof formatsFor>;

/** How one language writes days, moments, money and lists. Moments are shown in London time. */
export function formatsFor(language: Language) {
  const timeZone = 'Europe/London';
  const day = new Intl.DateTimeFormat(language.format, { dateStyle: 'long', timeZone: 'UTC' });
  const weekdayAndDay = new Intl.DateTimeFormat(language.format, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const month = new Intl.DateTimeFormat(language.format, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const monthName = new Intl.DateTimeFormat(language.format, { month: 'long', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(language.format, { weekday: 'long', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(language.format, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  const clock = { hour: 'numeric', hour12: true, timeZone: 'UTC' } as const;
  const hour = new Intl.DateTimeFormat(language.format, clock);
  const hourAndMinute = new Intl.DateTimeFormat(language.format, { ...clock, minute: '2-digit' });
  const money = new Intl.NumberFormat(language.format, { style: 'currency', currency: 'GBP' });
  const number = new Intl.NumberFormat(language.format);
  const list = new Intl.ListFormat(language.format, { type: 'conjunction' });
  const utc = (isoDay: string) => new Date(`${isoDay}T00:00:00Z`);
  return {
    /** `2026-11-23` → 23 November 2026 */
    day: (isoDay: string) => day.format(utc(isoDay)),
    /** `2026-11-23` → Monday 23 November */
    weekdayAndDay: (isoDay: string) => weekdayAndDay.format(utc(isoDay)),
    /** `2026-11` → November 2026 */
    month: (isoMonth: string) => month.format(utc(`${isoMonth}-01`)),
    /** 1 to 12 → January to December */
    monthName: (number: number) => monthName.format(new Date(Date.UTC(2024, number - 1, 1))),
    /** ISO weekday 1 to 7 → Monday to Sunday */
    weekday: (number: number) => weekday.format(new Date(Date.UTC(2024, 0, number))),
    /** `09:00` → 9am, `17:30` → 5:30pm */
    time: (clockTime: string) => {
      const written = clockTime.endsWith(':00') ? hour : hourAndMinute;
      return written.format(new Date(`2024-01-01T${clockTime}Z`)).replace(/\s(am|pm)$/, '$1');
    },
    moment: (at: Date) => moment.format(at),
    /** Pence → £5.50 */
    money: (pence: number) => money.format(pence / 100),
    number: (value: number) => number.format(value),
    list: (items: readonly string[]) => list.format(items),
  };
}
