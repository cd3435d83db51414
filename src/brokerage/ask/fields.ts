import { z } from 'zod';
import { oneLine } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';

export const longText = 2000;
export const shortText = 120;

/** One text of at most so many characters, trimmed. */
export const text = (longest: number, tooLong: WordKey) =>
  oneLine.pipe(z.string().max(longest, { error: tooLong }));

/** Words of the family's own: 2,000 characters. */
export const ownWords = text(longText, 'brokerage:field.tooLong');
export const shortWords = text(shortText, 'brokerage:field.tooLongLine');

/** A box that was ticked, whatever its value. */
export const ticked = z
  .array(z.string())
  .default([])
  .transform((values) => values.length > 0);

/** Every text typed under a name that is repeated, in order, trimmed; empty ones stay. */
export const column = z
  .array(z.string())
  .default([])
  .transform((values) => values.map((value) => value.trim()));

/** One of a few words, else the fallback. */
export const oneOr = <const T extends readonly [string, ...string[]]>(
  words: T,
  fallback: T[number],
) => oneLine.transform((value): T[number] => words.find((word) => word === value) ?? fallback);

/**
 * A field of the n-th row of a list, from 0, as its id and in problems: the first has the plain name.
 * @example rowField('month', 1) // => 'month-2'
 */
export const rowField = (name: string, row: number): string =>
  row === 0 ? name : `${name}-${row + 1}`;

/** Digits as an Urdu or Arabic keyboard writes them are digits too. */
export const plainDigits = (typed: string): string =>
  typed.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));

/** A month and a year typed in two boxes, as `YYYY-MM`; '' when both are empty, null when wrong. */
export function readMonth(month: string, year: string): string | null {
  if (month === '' && year === '') return '';
  const typed = `${plainDigits(year)}-${plainDigits(month).padStart(2, '0')}`;
  return /^(199\d|20\d\d|2100)-(0[1-9]|1[0-2])$/.test(typed) ? typed : null;
}

/** Calls `wrong` in a check with the field and the words of a problem. */
export const sayIn =
  (context: z.RefinementCtx) =>
  (field: string, message: WordKey): void =>
    context.addIssue({ code: 'custom', path: [field], message });
