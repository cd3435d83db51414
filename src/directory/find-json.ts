import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { answerSearch } from './find-page.ts';
import type { FoundProvider } from './find-providers.ts';
import { offerOf } from './price/offer-of.ts';
import type { Pricing } from './price/price-for.ts';
import { weekOf } from './price/week-asked.ts';
import { areaOf } from './place-words.ts';
import { pencePerHour } from './provider.ts';
import { isChildcare } from './taxonomy.ts';

/** `/api/find.json`: the search page's answer as data, with nothing that the page would not show. */
export async function findJson(ctx: Ctx, search: URLSearchParams) {
  const answered = await answerSearch(ctx, search);
  if (!answered.ok) {
    const problems = answered.problems.map(({ field, key, values }) => ({
      field,
      message: ctx.words.t(key, values),
    }));
    return { status: 400, body: { problems } };
  }
  const { total, page, pageCount, results, facets, corrected, unsaid } = answered.found;
  const { pricing } = weekOf(answered.query, londonDay(ctx.clock.now()));
  return {
    status: 200,
    body: {
      ...{ total, page, pageCount },
      results: results.map((found) => resultOf(found, pricing)),
      ...{ facets, corrected, unsaid },
    },
  };
}

/**
 * Distances in miles, rounded as the page rounds them; ages in months; pence; ISO days. The price of
 * the week is after funded hours, null when no week is asked for or no price fits it.
 */
function resultOf({ provider, miles, detourMiles }: FoundProvider, pricing: Pricing | null) {
  const { id, name, kind, premises, ages, address, funded, asAt, confirmedOn, point } = provider;
  return {
    ...{ id, name, kind, premises },
    area: areaOf(provider),
    postcode: address?.postcode ?? null,
    distanceMiles: rounded(miles, point?.precision),
    detourMiles: rounded(detourMiles, point?.precision),
    ages,
    pencePerHour: pencePerHour(provider.costs),
    netPencePerWeek: isChildcare(kind)
      ? (pricing?.of(offerOf(provider))?.total.week ?? null)
      : null,
    funded: funded.map(({ scheme }) => scheme),
    asAt: confirmedOn ?? asAt,
  };
}

/** To a tenth; for a place known to about a kilometre, to whole miles, and at least one. */
function rounded(miles: number | null, precision: 'postcode' | 'area' | undefined): number | null {
  if (miles === null) return null;
  return precision === 'area' ? Math.max(1, Math.round(miles)) : Math.round(miles * 10) / 10;
}
