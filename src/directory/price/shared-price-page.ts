import { priceSumView } from '#entitlements/price/price-sum.view.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { placeName } from '../place-words.ts';
import { listProvidersByIds } from '../provider-store.ts';
import type { Provider } from '../provider.ts';
import { compareLimit, readIds, writeIds } from '../shortlist.ts';
import { isChildcare } from '../taxonomy.ts';
import { answerPriceForm, type PriceAnswer } from './answer-price-form.ts';
import { offerOf } from './offer-of.ts';
import { placePriceView } from './place-price.view.ts';
import { splitWeek } from './price-for.ts';
import { priceFormView } from './price-form.view.ts';

type Href = (path: string, query?: Query) => string;
export type SharedPricePage = ReturnType<typeof sharedPricePage>;

/**
 * The same week at up to four places, and shared by two of them: those that the address names, else
 * the browser's own list. `data` is null until it is asked, and nothing of it is kept.
 */
export function sharedPricePage(
  ctx: Ctx,
  href: Href,
  search: URLSearchParams,
  cookie: string | undefined,
  data: FormData | null,
) {
  const { words } = ctx;
  const { places, areLeft } = placesOf(ctx, search, cookie);
  const names = places.map((place) => ({ value: place.id, text: placeName(words, place) }));
  const { typed, answer, problems, status } = answerPriceForm(ctx, data);
  return {
    isEmpty: places.length === 0,
    left: areLeft ? words.t('price:compare.left', { count: compareLimit }) : null,
    names: names.map(({ text }) => text),
    action: `${href('/shortlist/price')}?ids=${writeIds(places.map(({ id }) => id))}`,
    backHref: href('/shortlist'),
    findHref: href('/find'),
    form: priceFormView(words, typed, names),
    ...{ problems, status },
    pricedFor: answer?.pricedFor ?? null,
    results: answer
      ? places.map((place) => placePriceView(words, href, place, answer.pricing))
      : [],
    together: answer && togetherOf(ctx, places, answer),
  };
}

function placesOf({ db }: Ctx, search: URLSearchParams, cookie: string | undefined) {
  const ids = search.has('ids') ? readIds(search.getAll('ids')) : readIds([cookie ?? '']);
  const all = listProvidersByIds(db, ids).filter(({ kind, alsoKinds }) =>
    [kind, ...alsoKinds].some(isChildcare),
  );
  return { places: all.slice(0, compareLimit), areLeft: all.length > compareLimit };
}

/** The week shared by two places; null when that was not asked. */
function togetherOf(
  { words }: Ctx,
  places: readonly Provider[],
  { wanted: { share, week }, pricing }: PriceAnswer,
) {
  const first = places.find(({ id }) => id === share?.first);
  const second = places.find(({ id }) => id === share?.second);
  if (!share || !first || !second) return null;
  const [atFirst, atSecond] = splitWeek(week, share.days);
  const names = [placeName(words, first), placeName(words, second)];
  const price = pricing.together([
    { week: atFirst, offer: offerOf(first) },
    { week: atSecond, offer: offerOf(second) },
  ]);
  const days = (part: typeof week) =>
    words.format.list(part.days.map(({ day }) => words.format.weekday(day)));
  return {
    title: words.t('price:compare.together'),
    parts: [
      { name: names[0] ?? '', days: days(atFirst) },
      { name: names[1] ?? '', days: days(atSecond) },
    ],
    sum: price === null ? null : priceSumView(words, price, names),
    why: price === null ? words.t('price:none.together') : null,
  };
}
