import { londonDay } from '#platform/calendar/london-time.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Ctx } from '#platform/context.ts';
import { success } from '#platform/result.ts';
import { measuresView } from './measures.view.ts';
import { addMonths, monthsOf, readPeriod, reportYear } from './period.ts';
import { viewMeasures } from './view-measures.ts';

type Href = (path: string, query?: Query) => string;

/** The page of measures for the period in the address. Problem: `not-allowed`. */
export function measuresPage(ctx: Ctx, href: Href, query: URLSearchParams) {
  const { words } = ctx;
  const today = londonDay(ctx.clock.now());
  const period = readPeriod(query, today);
  const found = viewMeasures(ctx, period);
  if (!found.ok) return found;
  const month = today.slice(0, 7);
  const span = { from: words.format.month(period.from), to: words.format.month(period.to) };
  const choices = monthsOf({ from: addMonths(month, -59), to: month })
    .toReversed()
    .map((value) => ({ value, text: words.format.month(value) }));
  const lastYear = { ...reportYear(addMonths(reportYear(month).from, -1)) };
  return success({
    period,
    choices,
    span: words.t('insight:span', span),
    measures: measuresView(words, found.value),
    links: [
      { text: words.t('insight:lastTwelve'), href: href('/staff/measures') },
      {
        text: words.t('insight:lastYear', { year: yearText(lastYear) }),
        href: href('/staff/measures', lastYear),
      },
    ],
    downloadHref: href('/staff/measures/download', period),
  });
}

const yearText = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  `${from.slice(0, 4)}–${to.slice(2, 4)}`;
