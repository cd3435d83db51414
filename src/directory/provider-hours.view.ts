import type { Words } from '#platform/i18n/words.ts';
import type { OpeningTime, Provider, Term } from './provider.ts';
import { sourceText } from './provider-source.view.ts';

const terms: readonly Term[] = ['all-year', 'term-time', 'holidays', 'not-said'];
const week = [1, 2, 3, 4, 5, 6, 7] as const;

/** The week in words, one table for each part of the year; null when no hours were said. */
export function hoursView(words: Words, provider: Provider) {
  const { schedule } = provider;
  if (schedule.length === 0) return null;
  const isOpenAllYear = schedule.some(({ term }) => term === 'all-year');
  return {
    title: words.t('directory:provider.hours.title'),
    tables: terms.flatMap((term) => {
      const times = schedule.filter((time) => time.term === term);
      if (times.length === 0) return [];
      const saysClosed = term === 'all-year' || !isOpenAllYear;
      return [termTable(words, { term, times, saysClosed })];
    }),
    source: sourceText(words, provider, 'hours'),
  };
}

type PartOfYear = {
  readonly term: Term;
  readonly times: readonly OpeningTime[];
  /** Sessions of a term, where it is open all year besides, do not say when it is closed. */
  readonly saysClosed: boolean;
};

/** The days it is open, neighbours with the same hours together, and then those it is closed. */
function termTable(words: Words, { term, times, saysClosed }: PartOfYear) {
  const { t, format } = words;
  const on = (day: number) => times.filter((time) => time.day === day);
  const closed = week.filter((day) => on(day).length === 0);
  const open = week.filter((day) => on(day).length > 0);
  const alike = (day: number) =>
    JSON.stringify(
      on(day).map(({ opens, closes, session, isFunded }) => [opens, closes, session, isFunded]),
    );
  return {
    caption: t(`directory:provider.hours.term.${term}`),
    rows: [
      ...runsOfDays(open, alike).map((days) => ({
        day: daysText(words, days),
        times: on(days[0] ?? 0).map((time) => timeText(words, time)),
        isClosed: false,
      })),
      ...(closed.length === 0 || !saysClosed
        ? []
        : [
            {
              day: format.list(closed.map((day) => format.weekday(day))),
              times: [{ text: t('directory:provider.hours.closed'), session: null, note: null }],
              isClosed: true,
            },
          ]),
    ],
  };
}

/** Days that follow each other and are alike, in runs. */
export function runsOfDays(
  days: readonly number[],
  alike: (day: number) => string,
): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last === day - 1 && alike(last) === alike(day)) run?.push(day);
    else runs.push([day]);
  }
  return runs;
}

/** `Monday`, `Monday and Tuesday`, `Monday to Friday`. */
export function daysText({ t, format }: Words, days: readonly number[]): string {
  const names = days.map((day) => format.weekday(day));
  const [from = '', to = ''] = [names[0], names.at(-1)];
  return names.length > 2 ? t('directory:provider.hours.days', { from, to }) : format.list(names);
}

/** `session` is the place's own name for it, in English. */
function timeText({ t, format }: Words, { opens, closes, session, isFunded }: OpeningTime) {
  return {
    text: t('directory:provider.hours.range', {
      opens: format.time(opens),
      closes: format.time(closes),
    }),
    session,
    note: isFunded ? t('directory:provider.hours.funded') : null,
  };
}
