import { z } from 'zod';
import { oneLine, several } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';

/** An optional field: empty when nothing was typed, or a problem when it cannot be read. */
const read = <T>(empty: T, parse: (typed: string) => T | null, wrong: WordKey) =>
  oneLine.transform((typed, context) => {
    if (typed === '') return empty;
    const value = parse(typed);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: wrong });
    return z.NEVER;
  });

export const wholeNumber = (lowest: number, highest: number, wrong: WordKey) =>
  read<number | null>(
    null,
    (typed) => {
      const value = Number(typed);
      return /^\d{1,6}$/.test(typed) && value >= lowest && value <= highest ? value : null;
    },
    wrong,
  );

/** `YYYY-MM`, or the month and the year one after the other, as two fields of a form have them. */
export const month = z
  .array(z.string())
  .default([])
  .transform((values, context) => {
    const typed = values.map((value) => value.trim()).filter((value) => value !== '');
    if (typed.length === 0) return '';
    const [first = '', second] = typed;
    const found = second === undefined ? first : `${second}-${first.padStart(2, '0')}`;
    if (/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/.test(found)) return found;
    context.addIssue({ code: 'custom', message: 'directory:find.month.wrong' satisfies WordKey });
    return z.NEVER;
  });

/** A day of the calendar, `2027-01-31` or `31/1/2027`, as an ISO day. */
export const date = read('', dayOf, 'directory:find.start.wrong');

function dayOf(typed: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/.exec(typed) ?? [];
  const iso =
    day === undefined || month === undefined || year === undefined
      ? typed
      : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(iso).success ? iso : null;
}

/** Pounds, with or without pence and the sign → pence. */
export const money = read<number | null>(
  null,
  (typed) => {
    const [, pounds] = /^£?\s*(\d{1,4}(?:\.\d{1,2})?)$/.exec(typed) ?? [];
    return pounds === undefined ? null : Math.round(Number(pounds) * 100);
  },
  'directory:find.max.wrong',
);

const timeShape = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;
const isTime = (text: string): boolean => timeShape.test(text.trim());
const timeOf = (text: string): string => text.trim().replace('.', ':').padStart(5, '0');

/** A time of day, `8.30` or `08:30`, as `HH:MM`. */
export const time = read(
  '',
  (typed) => (isTime(typed) ? timeOf(typed) : null),
  'directory:find.times.wrong',
);

/** The values written like a time, as `HH:MM`; others are left out. */
export const times = several.transform((values) => values.filter(isTime).map(timeOf));

/** The values not written like a time. */
export const places = several.transform((values) =>
  values.map((value) => value.trim()).filter((value) => value !== '' && !isTime(value)),
);

/** From 1 up; anything else is the first page. */
export const pageNumber = oneLine.transform((typed) =>
  /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 1,
);
