import type { Query } from '#platform/http/addresses.ts';
import { showProblems, type FieldProblem, type Typed } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';
import { chosenFilters } from './chosen-filters.view.ts';
import { distances } from './distances.ts';
import { filterGroups } from './filter-groups.view.ts';
import type { Found } from './find-providers.ts';
import { findParameters, type FindQuery } from './find-query.ts';
import { placeCard } from './place-card.view.ts';

type Href = (path: string, query?: Query) => string;

/** Everything the search page shows of a query that could be understood. `today` is London's day. */
export function findView(words: Words, href: Href, query: FindQuery, found: Found, today: string) {
  const { t } = words;
  const link = (changed: FindQuery) => href('/find', findParameters(changed));
  const pages = Array.from({ length: found.pageCount }, (_, index) => index + 1);
  const nearby = pages.filter(
    (page) => page === 1 || page === found.pageCount || Math.abs(page - found.page) <= 2,
  );
  const count = t('directory:find.resultsTitle', { count: found.total });
  const pageOf = t('directory:find.pageOf', { page: found.page, pages: found.pageCount });
  return {
    heading: count,
    title: found.pageCount > 1 ? `${count}, ${pageOf}` : count,
    chosen: chosenFilters(words, query, link),
    groups: filterGroups(words, query, found.facets),
    cards: found.results.map((result) =>
      placeCard(words, result, { near: found.near !== null, asked: query.inclusion, today }),
    ),
    unsaid:
      found.unsaid > 0
        ? {
            text: t('directory:find.unsaidMore', { count: found.unsaid }),
            href: link({ ...query, unsaid: true, page: 1 }),
          }
        : null,
    none: t(isUnfiltered(query) ? 'directory:find.emptyDirectory' : 'directory:find.none.title'),
    clearHref: href('/find'),
    looser: found.looser.map(({ dropped, total, query: looser }) => ({
      text: t(`directory:find.looser.${dropped}`, { count: total }),
      href: link(looser),
    })),
    pages: nearby.flatMap((page, index) => {
      const item = {
        number: String(page),
        href: link({ ...query, page }),
        current: page === found.page,
        visuallyHiddenText: t('site:pagination.page', { number: page }),
      };
      const gap = page - (nearby[index - 1] ?? 0) > 1;
      return gap ? [{ ellipsis: true as const }, item] : [item];
    }),
    previous: found.page > 1 ? link({ ...query, page: found.page - 1 }) : null,
    next: found.page < found.pageCount ? link({ ...query, page: found.page + 1 }) : null,
    askHref: href('/ask', findParameters({ ...query, page: 1 })),
  };
}

/** What the form shows again: what was typed, and what is wrong with it. */
export function findFormView(words: Words, typed: Typed, problems: readonly FieldProblem[]) {
  const { t } = words;
  const first = (name: string) => typed[name]?.[0] ?? '';
  return {
    within: [
      { value: '', text: t('directory:find.within.any') },
      ...distances.map((miles) => ({
        value: miles,
        text: t('directory:find.within.miles', { count: Number(miles) }),
      })),
    ],
    sort: [
      { value: 'distance', text: t('directory:find.sort.distance') },
      { value: 'name', text: t('directory:find.sort.name') },
    ],
    problems: showProblems(words, problems),
    values: {
      q: first('q'),
      near: first('near'),
      within: first('within'),
      age: first('age'),
      sort: first('sort'),
      unsaid: first('unsaid') === '1',
    },
  };
}

const isUnfiltered = ({ q, near, age, kind, inclusion }: FindQuery): boolean =>
  q === '' && near === '' && age === null && kind.length === 0 && inclusion.length === 0;
