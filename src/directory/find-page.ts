import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { parseTyped, readTyped, type FieldProblem } from '#platform/http/form.ts';
import { findFormView } from './find-form.view.ts';
import { findMapView } from './find-map.view.ts';
import { findProviders, type Found } from './find-providers.ts';
import { findParameters, findQuerySchema, withDueMonth, type FindQuery } from './find-query.ts';
import { findView } from './find.view.ts';
import { offeredSchools } from './offered-schools.ts';
import { schoolNames } from './school-run-store.ts';

type Answered = { readonly ok: true; readonly query: FindQuery; readonly found: Found };
type Misunderstood = { readonly ok: false; readonly problems: readonly FieldProblem[] };
type Href = (path: string, query?: Query) => string;

/** Reads the parameters of a search and answers it, or says which of them it cannot understand. */
export async function answerSearch(
  ctx: Ctx,
  search: URLSearchParams,
): Promise<Answered | Misunderstood> {
  const parsed = parseTyped(findQuerySchema, readTyped(search));
  if (!parsed.ok) return { ok: false, problems: parsed.problems };
  const query = withDueMonth(parsed.value, londonDay(ctx.clock.now()));
  const found = await findProviders(ctx, query);
  return found.ok
    ? { ok: true, query, found: found.value }
    : { ok: false, problems: found.problems };
}

/**
 * The search page for an address: its status, its form, and its results if there are any; or where
 * to go instead, when there is no such page of results.
 */
export async function findPage(ctx: Ctx, href: Href, search: URLSearchParams) {
  const { words } = ctx;
  const typed = readTyped(search);
  const answered = await answerSearch(ctx, search);
  if (!answered.ok) {
    const form = findFormView(words, answered.problems, { typed, counted: null, schools: [] });
    return { status: 400, redirect: null, form, results: null };
  }
  const { query, found } = answered;
  if (found.page !== query.page) {
    const redirect = href('/find', findParameters({ ...query, page: found.page }));
    return { status: 303, redirect, form: null, results: null };
  }
  const names = schoolNames(ctx.db);
  const schools = offeredSchools(words, names, found.facets['school'] ?? {}, query.school);
  const wantsMap = search.get('map') === '1';
  return {
    status: 200,
    redirect: null,
    form: findFormView(words, [], { typed, counted: found, schools }),
    results: findView(words, href, {
      ...{ query, found, wantsMap, schools: names, today: londonDay(ctx.clock.now()) },
      map: wantsMap ? findMapView(words, href, found, ctx.settings) : null,
    }),
  };
}
