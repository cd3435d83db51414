import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { parseTyped, readTyped, type FieldProblem } from '#platform/http/form.ts';
import { emptyFacets, filterGroups } from './filter-groups.view.ts';
import { findProviders, type Found } from './find-providers.ts';
import { findParameters, findQuerySchema, type FindQuery } from './find-query.ts';
import { findFormView, findView } from './find.view.ts';

type Answered = { readonly ok: true; readonly query: FindQuery; readonly found: Found };
type Misunderstood = { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Reads the parameters of a search and answers it, or says which of them it cannot understand. */
export function answerSearch(ctx: Ctx, search: URLSearchParams): Answered | Misunderstood {
  const parsed = parseTyped(findQuerySchema, readTyped(search));
  if (!parsed.ok) return { ok: false, problems: parsed.problems };
  const found = findProviders(ctx, parsed.value);
  return found.ok
    ? { ok: true, query: parsed.value, found: found.value }
    : { ok: false, problems: [found.problem] };
}

/** The search page for an address: its status, its form, and its results if there are any. */
export function findPage(
  ctx: Ctx,
  href: (path: string, query?: Query) => string,
  search: URLSearchParams,
) {
  const { words } = ctx;
  const answered = answerSearch(ctx, search);
  const form = findFormView(words, readTyped(search), answered.ok ? [] : answered.problems);
  const kinds = search.getAll('kind');
  const inclusion = search.getAll('inclusion');
  if (!answered.ok) {
    const blank = findQuerySchema.parse({});
    const groups = filterGroups(words, { ...blank, inclusion: [] }, emptyFacets);
    return { status: 400, form, kinds, inclusion, groups, results: null, redirect: null };
  }
  const { query, found } = answered;
  const redirect =
    found.page === query.page
      ? null
      : href('/find', findParameters({ ...query, page: found.page }));
  const results = findView(words, href, query, found, londonDay(ctx.clock.now()));
  return { status: 200, form, kinds, inclusion, groups: results.groups, results, redirect };
}
