import { typedValue, type Typed } from '#platform/http/form.ts';

/** Digits as any script writes them, and spaces gone. */
const digitsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\s/g, '');

const two = (text: string): string => text.padStart(2, '0');
const isMonth = /^(?:0?[1-9]|1[0-2])$/;
const isYear = /^(?:19|20)\d{2}$/;

/** A child's `YYYY-MM`, from one field or from two; null when all are empty, false when they are no month. */
export function bornFrom(typed: Typed, id: string): string | false | null {
  const whole = typedValue(typed, `born-${id}`);
  if (/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/.test(whole)) return whole;
  const month = digitsOf(typedValue(typed, `month-${id}`));
  const year = digitsOf(typedValue(typed, `year-${id}`));
  if (month === '' && year === '') return null;
  return isMonth.test(month) && isYear.test(year) ? `${year}-${two(month)}` : false;
}

/** An ISO day from `<name>-day`, `-month` and `-year`; null when all are empty, false when they are no day. */
export function dayFrom(typed: Typed, name: string): string | false | null {
  const parts = ['day', 'month', 'year'].map((part) =>
    digitsOf(typedValue(typed, `${name}-${part}`)),
  );
  if (parts.every((part) => part === '')) return null;
  const [day = '', month = '', year = ''] = parts;
  const isWritten = /^\d{1,2}$/.test(day) && isMonth.test(month) && isYear.test(year);
  const iso = `${year}-${two(month)}-${two(day)}`;
  return isWritten && isDay(iso) ? iso : false;
}

/** Whether the calendar has such a day. */
function isDay(iso: string): boolean {
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
}
