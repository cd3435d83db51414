import type { Language } from './languages.ts';
import type { Disguise } from './pseudo-languages.ts';

export type Formats = ReturnType<typeof formatsFor>;

/**
 * How one language writes days, moments, money and lists. Moments are shown in London time.
 * `disguise` is what a pseudo-language does to all that has words in it.
 */
export function formatsFor(language: Language, disguise: Disguise = (text) => text) {
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
  const time = timesFor(language.format);
  const money = new Intl.NumberFormat(language.format, {
    style: 'currency',
    currency: 'GBP',
    currencyDisplay: 'narrowSymbol',
  });
  const number = new Intl.NumberFormat(language.format);
  const list = new Intl.ListFormat(language.format, { type: 'conjunction' });
  const languageNames = new Intl.DisplayNames([language.format], { type: 'language' });
  const utc = (isoDay: string) => new Date(`${isoDay}T00:00:00Z`);
  return {
    /** `2026-11-23` → 23 November 2026 */
    day: (isoDay: string) => disguise(day.format(utc(isoDay))),
    /** `2026-11-23` → Monday 23 November */
    weekdayAndDay: (isoDay: string) => disguise(weekdayAndDay.format(utc(isoDay))),
    /** `2026-11` → November 2026 */
    month: (isoMonth: string) => disguise(month.format(utc(`${isoMonth}-01`))),
    /** 1 to 12 → January to December */
    monthName: (number: number) =>
      disguise(monthName.format(new Date(Date.UTC(2024, number - 1, 1)))),
    /** ISO weekday 1 to 7 → Monday to Sunday */
    weekday: (number: number) => disguise(weekday.format(new Date(Date.UTC(2024, 0, number)))),
    /** `09:00` → 9am, `17:30` → 5:30pm; in Polish 9:00 and 17:30 */
    time: (clockTime: string) => disguise(time(clockTime)),
    moment: (at: Date) => disguise(moment.format(at)),
    /** Pence → £5.50 */
    money: (pence: number) => money.format(pence / 100),
    number: (value: number) => number.format(value),
    list: (items: readonly string[]) => disguise(list.format(items)),
    /** A language's code → its name: `pl` → Polish */
    language: (code: string) => disguise(languageNames.of(code) ?? code),
  };
}

/** Whole hours alone where the clock has twelve, as the British write them and Urdu does. */
function timesFor(format: string) {
  const own = new Intl.DateTimeFormat(format, { hour: 'numeric' }).resolvedOptions().hour12;
  const hour12 = own === true || format.startsWith('en');
  const clock = { hour: 'numeric', hour12, timeZone: 'UTC' } as const;
  const hour = new Intl.DateTimeFormat(format, clock);
  const hourAndMinute = new Intl.DateTimeFormat(format, { ...clock, minute: '2-digit' });
  return (clockTime: string): string => {
    const written = hour12 && clockTime.endsWith(':00') ? hour : hourAndMinute;
    return written.format(new Date(`2024-01-01T${clockTime}Z`)).replace(/\s(am|pm)$/, '$1');
  };
}
