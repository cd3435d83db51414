import { findProviders, type Found } from '#directory/find-providers.ts';
import { openQuery } from '#directory/find-query.ts';
import { placeName, whereText } from '#directory/place-words.ts';
import { kindName } from '#directory/taxonomy.ts';
import { knownReference } from '#entitlements/known-reference.ts';
import { linkTo, titleOf } from '#guidance/article.view.ts';
import { schemeCards } from '#guidance/journey/scheme-cards.view.ts';
import type { Library } from '#guidance/library.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { readTyped, showProblems } from '#platform/http/form.ts';
import { foldWords } from '#platform/search/fold-words.ts';
import { knownIndex } from './known-index.ts';
import { guideOf } from './search-words.ts';
import { findByWords } from './word-index.ts';

type Href = (path: string, query?: Query) => string;
export type SearchView = Awaited<ReturnType<typeof searchPage>>;

const longest = 200;
const mostGuides = 6;
const mostSchemes = 4;
const mostServices = 5;

/** Guidance, help with money and services that the words of `q` find, each in a group of its own. */
export async function searchPage(ctx: Ctx, href: Href, params: URLSearchParams, library: Library) {
  const q = (readTyped(params)['q']?.[0] ?? '').trim();
  const isTooLong = q.length > longest;
  const problem = { field: 'q', key: 'directory:find.q.tooLong' } as const;
  const isAsked = foldWords(q).length > 0 && !isTooLong;
  return {
    status: isTooLong ? 400 : 200,
    q,
    problems: showProblems(ctx.words, isTooLong ? [problem] : []),
    isAsked,
    ...(isAsked ? await foundFor(ctx, href, q, library) : nothing),
  };
}

const nothing = { guides: [], schemes: [], services: null, isEmpty: false } as const;

async function foundFor(ctx: Ctx, href: Href, q: string, library: Library) {
  const { words, catalogue } = ctx;
  const on = { today: londonDay(ctx.clock.now()), reference: knownReference() };
  const index = knownIndex(library, words, { catalogue, reference: on.reference });
  const typed = foldWords(q);
  const schemes = findByWords(index.schemes, typed).slice(0, mostSchemes);
  const guides = findByWords(index.guides, typed).slice(0, mostGuides);
  const services = await servicesFor(ctx, href, q);
  return {
    guides: guides.flatMap((slug) => {
      const article = library.get(slug);
      return article ? [{ ...titleOf(article, words), href: href(`/guidance/${slug}`) }] : [];
    }),
    schemes: schemeCards(words, schemes, [], on).map((card) => ({
      ...card,
      guide: linkTo(library.get(guideOf(card.key)), words, href),
    })),
    services,
    isEmpty: services === null && guides.length === 0 && schemes.length === 0,
  };
}

/** The first places that the search finds for these words, and where all are; null when none are. */
async function servicesFor(ctx: Ctx, href: Href, q: string) {
  const found = await findProviders(ctx, { ...openQuery, q, sort: 'relevance' });
  if (!found.ok || found.value.total === 0) return null;
  const { total, results } = found.value;
  return {
    places: placesOf(ctx, href, results.slice(0, mostServices)),
    all: ctx.words.t('journey:search.allServices', {
      count: total,
      total: ctx.words.format.number(total),
    }),
    allHref: href('/find', { q }),
  };
}

const placesOf = ({ words }: Ctx, href: Href, results: Found['results']) =>
  results.map(({ provider }) => ({
    href: href(`/provider/${provider.id}`),
    name: placeName(words, provider),
    isOwnName: provider.name !== null,
    kind: kindName(words, provider.kind),
    where: provider.isVirtual ? words.t('directory:place.online') : whereText(words, provider),
  }));
