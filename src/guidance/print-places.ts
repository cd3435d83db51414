import { findParameters } from '#directory/find-query.ts';
import { answerSearch } from '#directory/find-page.ts';
import { findView } from '#directory/find.view.ts';
import type { FoundProvider } from '#directory/find-providers.ts';
import type { PlaceCard } from '#directory/place-card.view.ts';
import { schoolNames } from '#directory/school-run-store.ts';
import { shortlistPage } from '#directory/shortlist-page.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { queryText } from '#platform/http/addresses.ts';
import type { Href } from './article.view.ts';
import { printSheet, type Sheet } from './print-sheet.ts';

/** A place as paper says it: whom to ring, and what to know before. */
export type PrintedPlace = {
  readonly name: string;
  readonly isEnglish: boolean;
  readonly kind: string;
  readonly where: string;
  readonly distance: string | null;
  readonly phone: string | null;
  readonly warning: string | null;
  readonly facts: readonly { readonly label: string | null; readonly text: string }[];
};
export type PrintedPlaces = {
  readonly sheet: Sheet;
  readonly intro: string;
  /** The number of the first. */
  readonly first: number;
  readonly places: readonly PrintedPlace[];
};

/** A page of a search to print; null for a search that `/find` cannot answer as it is. */
export async function printFind(
  ctx: Ctx,
  href: Href,
  search: URLSearchParams,
): Promise<PrintedPlaces | null> {
  const { words } = ctx;
  const answered = await answerSearch(ctx, search);
  if (!answered.ok || answered.found.page !== answered.query.page) return null;
  const { query, found } = answered;
  const view = findView(words, href, {
    ...{ query, found, wantsMap: false, map: null, schools: schoolNames(ctx.db) },
    today: londonDay(ctx.clock.now()),
  });
  const places = view.cards.flatMap((card, at) => printedCard(card, found.results[at]));
  return {
    sheet: printSheet(ctx, {
      title: view.heading,
      ...{ page: href('/find'), sheet: href('/find/print'), search },
      query: queryText(findParameters(query)),
    }),
    intro: words.t('guidance:print.places', {
      from: places.length === 0 ? 0 : view.first,
      to: view.first + places.length - 1,
      total: words.format.number(found.total),
    }),
    ...{ first: view.first, places },
  };
}

function printedCard(card: PlaceCard, found: FoundProvider | undefined): readonly PrintedPlace[] {
  if (!found) return [];
  const { name, isEnglish, kind, where, distance, warning } = card;
  const answers = card.answers.map(({ text }) => ({ label: null, text }));
  return [
    {
      ...{ name, isEnglish, kind, where, distance, warning },
      phone: found.provider.phone,
      facts: [...card.facts, ...answers],
    },
  ];
}

/** The shortlist of an address, or this browser's own, to print. */
export function printShortlist(
  ctx: Ctx,
  href: Href,
  search: URLSearchParams,
  cookie: string | undefined,
): PrintedPlaces {
  const view = shortlistPage(ctx, href, search, cookie);
  const ids = view.items.map(({ id }) => id).join(',');
  return {
    sheet: printSheet(ctx, {
      title: view.title,
      ...{ page: href('/shortlist'), sheet: href('/shortlist/print'), search },
      query: ids === '' ? '' : `ids=${ids}`,
    }),
    intro: view.count,
    first: 1,
    places: view.items.map(({ name, isEnglish, kind, where, phone, facts }) => ({
      ...{ name, isEnglish, kind, where, phone, distance: null, warning: null },
      facts: facts.map((text) => ({ label: null, text })),
    })),
  };
}
