import { z } from 'zod';
import { oneLine, type FieldProblem } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { toQueue } from './hand-over.form.ts';
import type { NewAbsence } from './set-absence.ts';

const fromMissing: WordKey = 'queue:absence.fromMissing';
const toMissing: WordKey = 'queue:absence.toMissing';

const pad = (text: string) => text.trim().padStart(2, '0');
const isDay = z.iso.date();

/** A day typed in three fields, as an ISO day; '' when they are no day. */
const dayOf = (day: string, month: string, year: string): string => {
  const text = `${year.trim()}-${pad(month)}-${pad(day)}`;
  return isDay.safeParse(text).success ? text : '';
};

const parts = z.object({
  who: oneLine,
  cover: oneLine,
  ...{ 'from-day': oneLine, 'from-month': oneLine, 'from-year': oneLine },
  ...{ 'until-day': oneLine, 'until-month': oneLine, 'until-year': oneLine },
});

/** Days away as they were typed; somebody who says it for themselves chooses nobody. */
export const absenceForm = (self: string) =>
  parts.transform((typed): NewAbsence => ({
    staffId: typed.who === '' ? self : typed.who,
    coverId: typed.cover === '' || typed.cover === toQueue ? null : typed.cover,
    fromDay: dayOf(typed['from-day'], typed['from-month'], typed['from-year']),
    toDay: dayOf(typed['until-day'], typed['until-month'], typed['until-year']),
  }));

/** What is wrong with these days, read on `today` (London). */
export function absenceProblems(absence: NewAbsence, today: string): readonly FieldProblem[] {
  const { fromDay, toDay, coverId, staffId } = absence;
  const problem = (field: string, key: WordKey) => [{ field, key }];
  return [
    ...(fromDay === '' ? problem('from', fromMissing) : []),
    ...(toDay === '' ? problem('until', toMissing) : []),
    ...(toDay !== '' && toDay < fromDay ? problem('until', 'queue:absence.order') : []),
    ...(toDay !== '' && toDay >= fromDay && toDay < today
      ? problem('until', 'queue:absence.past')
      : []),
    ...(coverId === staffId ? problem('cover', 'queue:absence.self') : []),
  ];
}
