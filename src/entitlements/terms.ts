import { z } from 'zod';
import { addDays } from '#platform/calendar/london-time.ts';
import { sourceFields, yearSchema } from './figures.ts';
import { lastOn, nextAfter, nextOn } from './months.ts';

const monthDay = z.string().regex(/^\d{2}-\d{2}$/);
const span = { from: monthDay, to: monthDay };
const rows = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z.strictObject({ ...sourceFields, rows: z.array(z.strictObject(fields)).min(1) });

/** Dates of the year that the schemes go by: `MM-DD`, both ends of a span included. */
export const termsSchema = z.strictObject({
  ...yearSchema,
  /** The term that follows the day a child reaches an age. */
  starts: rows({ ...span, term: monthDay }),
  codeDeadlines: rows({ term: monthDay, by: monthDay }),
  /** The first term for which somebody who starts work between these days may apply. */
  startsWork: rows({ ...span, term: monthDay }),
  /** Until when hours go on, by the day a family was found not to qualify any more. */
  grace: rows({ ...span, until: monthDay }),
  reception: z.strictObject({
    ...sourceFields,
    startsOn: monthDay,
    afterBirthday: z.int(),
    mustStartAfterBirthday: z.int(),
  }),
  youngChild: z.strictObject({ ...sourceFields, endsOn: monthDay, afterBirthday: z.int() }),
  vouchers: z.strictObject({ ...sourceFields, closedToNewOn: z.string() }),
});
export type Terms = Readonly<z.infer<typeof termsSchema>>;

type Span = { readonly from: string; readonly to: string };

/** Finds the row whose span holds the day, also when the span goes over the new year. */
function rowOn<Row extends Span>(found: readonly Row[], day: string): Row {
  const at = day.slice(5);
  const row = found.find(({ from, to }) =>
    from <= to ? at >= from && at <= to : at >= from || at <= to,
  );
  if (!row) throw new Error(`No row of the terms holds ${day}`);
  return row;
}

/** The first day of the term after a child reaches an age on this day (SI 2014/2147 reg 3(4)). */
export const termAfter = (terms: Terms, day: string): string =>
  nextAfter(rowOn(terms.starts.rows, day).term, day);

/** The last day to have a code for the term that begins on this day. */
export function codeDeadline(terms: Terms, termStart: string): string {
  const row = terms.codeDeadlines.rows.find(({ term }) => term === termStart.slice(5));
  if (!row) throw new Error(`No term begins on ${termStart}`);
  return lastOn(row.by, addDays(termStart, -1));
}

/** The first term in which somebody who starts, or goes back to, work on this day may use hours. */
export function termOfWorkStart(terms: Terms, day: string): string {
  const { from, term } = rowOn(terms.startsWork.rows, day);
  return nextOn(term, lastOn(from, day));
}

/** The last day of the grace period after a family is found, on this day, not to qualify. */
export const graceEnd = (terms: Terms, day: string): string =>
  nextOn(rowOn(terms.grace.rows, day).until, day);

const birthday = (born: string, age: number): string =>
  `${String(Number(born.slice(0, 4)) + age).padStart(4, '0')}-${born.length === 7 ? `${born.slice(5)}-01` : born.slice(5)}`;

/** The first day of the school year after the fourth birthday; `born` is a day or a month. */
export const receptionStart = ({ reception }: Terms, born: string): string =>
  nextAfter(reception.startsOn, birthday(born, reception.afterBirthday));

/** The first day of the term after the fifth birthday, when a child must be in education. */
export const compulsorySchoolStart = (terms: Terms, born: string): string =>
  termAfter(terms, birthday(born, terms.reception.mustStartAfterBirthday));

/** The last day on which somebody is a young child: Childcare Act 2006 s.19. */
export const youngChildUntil = ({ youngChild }: Terms, born: string): string =>
  nextOn(youngChild.endsOn, birthday(born, youngChild.afterBirthday));

/** The last day of the school year in which a child has this birthday. */
export const schoolYearEnd = ({ youngChild }: Terms, born: string, age: number): string =>
  nextOn(youngChild.endsOn, birthday(born, age));
