import { z } from 'zod';
import { oneLine, type Typed } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';

const tooLong: WordKey = 'caseFile:field.tooLong';
const tooLongLine: WordKey = 'caseFile:field.tooLongLine';

/** The version a form was made from; a form without one is never the newest. */
export const seenVersion = oneLine.transform(Number);
export const once = oneLine;
/** A few lines of a broker's own, at most 2,000 characters. */
export const lines = oneLine
  .transform((text) => text.replaceAll('\r\n', '\n'))
  .pipe(z.string().max(2000, { error: tooLong }));
export const line = oneLine.pipe(z.string().max(120, { error: tooLongLine }));
/** The same, with the words for when it is left empty. */
export const filledLines = (missing: WordKey) => lines.pipe(z.string().min(1, { error: missing }));
export const filledLine = (missing: WordKey) => line.pipe(z.string().min(1, { error: missing }));
/** A box that was ticked. */
export const ticked = oneLine.transform((value) => value !== '');

/** A day typed in three boxes, as `YYYY-MM-DD`; null when there is no such day. */
export function typedDay(day: string, month: string, year: string): string | null {
  const plain = (text: string) =>
    text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const iso = `${plain(year)}-${plain(month).padStart(2, '0')}-${plain(day).padStart(2, '0')}`;
  if (!/^20\d\d-\d\d-\d\d$/.test(iso)) return null;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** The three boxes of a day. */
export const dayFields = { 'day-day': oneLine, 'day-month': oneLine, 'day-year': oneLine };
type DayTyped = Readonly<Record<keyof typeof dayFields, string>>;

/** The day in the three boxes; without one the form is wrong in its field `day`. */
export function dayOf(typed: DayTyped, context: z.RefinementCtx, missing: WordKey): string {
  const day = typedDay(typed['day-day'], typed['day-month'], typed['day-year']);
  if (day !== null) return day;
  context.addIssue({ code: 'custom', path: ['day'], message: missing });
  return z.NEVER;
}

/** A London day in the three boxes. */
export function typedFromDay(day: string | null): Typed {
  const [year = '', month = '', date = ''] = (day ?? '').split('-');
  return { 'day-day': [date], 'day-month': [month], 'day-year': [year] };
}
