import type { Words } from '#platform/i18n/words.ts';
import type { OpeningTime, Provider, Term } from './provider.ts';
import { daysText, runsOfDays } from './provider-hours.view.ts';

/** The week in a few lines, days with the same hours together: `Monday to Friday: 8am to 6pm`. */
export function hoursLines(
  words: Words,
  { schedule }: Pick<Provider, 'schedule'>,
): readonly string[] {
  const byTerm = Map.groupBy(schedule, ({ term }) => term);
  return [...byTerm].flatMap(([term, times]) =>
    termLines(words, times).map((line) => (byTerm.size > 1 ? inTerm(words, line, term) : line)),
  );
}

function termLines(words: Words, times: readonly OpeningTime[]): readonly string[] {
  const byDay = Map.groupBy(times, ({ day }) => day);
  const textOf = (day: number) => timesText(words, byDay.get(day) ?? []);
  return runsOfDays([...byDay.keys()], textOf).map((days) =>
    words.t('directory:shortlist.compare.dayTimes', {
      days: daysText(words, days),
      times: textOf(days[0] ?? 0),
    }),
  );
}

const timesText = ({ t, format }: Words, times: readonly OpeningTime[]): string =>
  format.list(
    times.map(({ opens, closes }) =>
      t('directory:provider.hours.range', {
        opens: format.time(opens),
        closes: format.time(closes),
      }),
    ),
  );

const inTerm = ({ t }: Words, line: string, term: Term): string =>
  t('directory:shortlist.compare.inTerm', {
    line,
    term: t(`directory:provider.hours.term.${term}`),
  });
