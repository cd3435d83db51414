import { queryText, type Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import { chosenFilters } from './chosen-filters.view.ts';
import type { FindMap } from './find-map.view.ts';
import type { Found } from './find-providers.ts';
import { findParameters, sorts, type FindQuery, type Sort } from './find-query.ts';
import { ageAsked } from './find-search.ts';
import { isOpen } from './loosen.ts';
import { weekOf } from './price/week-asked.ts';
import { weekNote } from './price/week-text.ts';
import { resultPages } from './find-pages.view.ts';
import { placeCard } from './place-card.view.ts';

type Href = (path: string, query?: Query) => string;

export type Shown = {
  readonly query: FindQuery;
  readonly found: Found;
  /** London's day. */
  readonly today: string;
  /** Null when it was not asked for, or there is nothing to show on it. */
  readonly map: FindMap | null;
  readonly wantsMap: boolean;
  /** The names of the schools that can be asked for. */
  readonly schools: ReadonlyMap<string, string>;
};
export type FindView = ReturnType<typeof findView>;

/** Everything the search page shows of what was found. */
export function findView(words: Words, href: Href, shown: Shown) {
  const { t } = words;
  const { query, found, today, map, wantsMap, schools } = shown;
  const link = (changed: FindQuery) =>
    href('/find', { ...findParameters(changed), map: wantsMap ? '1' : '' });
  const pageLink = pageLinks(link({ ...query, page: 1 }));
  const heading = headingOf(words, found);
  const pageOf = t('directory:find.pageOf', { page: found.page, pages: found.pageCount });
  const { week, pricing } = weekOf(query, today);
  const asked = { ...query, near: found.near?.point ?? null, today, pricing };
  const months = ageAsked(query, today);
  return {
    heading,
    title: found.pageCount > 1 ? `${heading}, ${pageOf}` : heading,
    corrected: correctedText(words, found),
    prompt: found.near === null && found.total > 0 ? promptOf(query) : null,
    chosen: chosenFilters(words, query, link, schools),
    clearHref: href('/find'),
    notes:
      found.total === 0
        ? []
        : [...vacancyNote(words, query, found, link), ...unsaidNote(words, query, found, link)],
    weekNote: week && weekNote(words, week),
    orders: found.total > 1 ? ordersOf(words, query, found, link) : [],
    cards: found.results.map((result) => placeCard(words, result, { ...asked, months })),
    ...resultPages(words, found, pageLink),
    empty: found.total > 0 ? null : emptyOf(words, query, found, link),
    map,
    mapLink: mapLinkOf(words, href, shown),
    keepBack: pageLink(found.page),
    askHref: href('/ask', findParameters({ ...query, page: 1 })),
  };
}

type Link = (changed: FindQuery) => string;

/** The other pages of a search, by the address of its first. */
const pageLinks = (first: string) => (page: number) =>
  page === 1 ? first : `${first}${first.includes('?') ? '&' : '?'}page=${page}`;

/** A number that a plural is chosen by, and how it is written. */
const counted = ({ format }: Words, count: number) => ({ count, total: format.number(count) });

function headingOf(words: Words, { total, near }: Found): string {
  const places = counted(words, total);
  return near === null
    ? words.t('directory:find.resultsTitle', places)
    : words.t('directory:find.resultsNear', { ...places, near: near.label });
}

function correctedText({ t, format }: Words, { corrected, total }: Found): string | null {
  if (corrected.length === 0 || total === 0) return null;
  const [typed, taken] = [corrected.map((one) => one.typed), corrected.map((one) => one.taken)];
  return t('directory:find.corrected', { typed: format.list(typed), taken: format.list(taken) });
}

/** The search as it is, to be carried along by a form that asks only from where. */
const promptOf = (query: FindQuery) =>
  [...new URLSearchParams(queryText(findParameters({ ...query, page: 1 })))].map(
    ([name, value]) => ({ name, value }),
  );

function vacancyNote(words: Words, query: FindQuery, { total, withVacancy }: Found, link: Link) {
  if (query.vacancy || withVacancy === 0 || withVacancy === total) return [];
  return [
    {
      text: words.t('directory:find.vacancyMore', counted(words, withVacancy)),
      link: words.t('directory:find.vacancyShow'),
      href: link({ ...query, vacancy: true, page: 1 }),
    },
  ];
}

function unsaidNote(words: Words, query: FindQuery, { unsaid }: Found, link: Link) {
  if (unsaid === 0) return [];
  return [
    {
      text: words.t('directory:find.unsaidMore', counted(words, unsaid)),
      link: words.t('directory:find.unsaidShow'),
      href: link({ ...query, unsaid: true, page: 1 }),
    },
  ];
}

function ordersOf({ t }: Words, query: FindQuery, { near, to }: Found, link: Link) {
  const current = currentSort(query, near !== null, to !== null);
  const possible: Readonly<Partial<Record<Sort, boolean>>> = {
    relevance: query.q !== '',
    distance: near !== null,
    detour: to !== null,
  };
  return sorts
    .filter((sort) => possible[sort] ?? true)
    .map((sort) => ({
      text: t(`directory:find.sort.${sort}`),
      href: sort === current ? null : link({ ...query, sort, page: 1 }),
    }));
}

/** What an order comes to where nothing is said of what it would go by. */
function currentSort({ sort, q }: FindQuery, isNear: boolean, isOnTheWay: boolean): Sort {
  const isLost = (sort === 'detour' && !isOnTheWay) || (sort === 'relevance' && q === '');
  const meant = isLost ? 'distance' : sort;
  return meant === 'distance' && !isNear ? 'name' : meant;
}

function emptyOf({ t }: Words, query: FindQuery, { looser }: Found, link: Link) {
  return {
    title: t(isOpen(query) ? 'directory:find.emptyDirectory' : 'directory:find.none.title'),
    looser: looser.map(({ dropped, total, query: changed }) => ({
      text: t(`directory:find.looser.${dropped}`, { count: total }),
      href: link(changed),
    })),
  };
}

/** To the map, and away from it again. */
function mapLinkOf({ t }: Words, href: Href, { query, found, wantsMap }: Shown) {
  if (found.total === 0) return null;
  const address = href('/find', { ...findParameters(query), map: wantsMap ? '' : '1' });
  return wantsMap
    ? { text: t('directory:map.hide'), href: address }
    : { text: t('directory:map.show'), href: `${address}#map` };
}
