import type { Ctx } from '#platform/context.ts';
import { answerSearch } from './find-page.ts';
import { areaOf } from './place-words.ts';

/** `/api/find.json`: the search page's answer as data, with nothing that the page would not show. */
export function findJson(ctx: Ctx, search: URLSearchParams) {
  const answered = answerSearch(ctx, search);
  if (!answered.ok) {
    const problems = answered.problems.map(({ field, key }) => ({
      field,
      message: ctx.words.t(key),
    }));
    return { status: 400, body: { problems } };
  }
  const { total, page, pageCount, results, facets } = answered.found;
  return {
    status: 200,
    body: {
      total,
      page,
      pageCount,
      results: results.map(({ provider, miles }) => ({
        id: provider.id,
        name: provider.name,
        kind: provider.kind,
        area: areaOf(provider),
        postcode: provider.address?.postcode ?? null,
        distanceMiles: miles === null ? null : Math.round(miles * 10) / 10,
        ages: provider.ages,
        asAt: provider.asAt,
      })),
      facets,
    },
  };
}
