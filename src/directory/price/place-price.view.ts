import { priceSumView } from '#entitlements/price/price-sum.view.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import { placeName } from '../place-words.ts';
import type { Provider } from '../provider.ts';
import { hasPrices, offerOf } from './offer-of.ts';
import type { Pricing } from './price-for.ts';

type Href = (path: string, query?: Query) => string;
export type PlacePriceView = ReturnType<typeof placePriceView>;

/** What a week at a place comes to for a family, or why that cannot be said. */
export function placePriceView(words: Words, href: Href, provider: Provider, pricing: Pricing) {
  const price = hasPrices(provider) ? pricing.of(offerOf(provider)) : null;
  return {
    name: placeName(words, provider),
    isEnglish: provider.name !== null,
    href: href(`/provider/${provider.id}`),
    sum: price === null ? null : priceSumView(words, price, []),
    why: price === null ? whyNot(words, provider) : null,
    notSaid: notSaid(words, provider),
    askHref: href('/ask', { provider: provider.id }),
  };
}

const whyNot = ({ t }: Words, provider: Provider): string =>
  t(hasPrices(provider) ? 'price:none.noneFits' : 'price:none.noPrices');

/** What else there may be to pay: in the place's own words, or that it has not said. */
export function notSaid({ t, format }: Words, { meals, extras, deposit }: Provider) {
  const own = (label: string, text: string | null) => ({
    label,
    text: text ?? t('price:notKnown'),
    isOwnWords: text !== null,
  });
  return [
    own(t('price:else.meals'), meals),
    own(t('price:else.extras'), extras),
    {
      label: t('price:else.deposit'),
      text: deposit === null ? t('price:notKnown') : format.money(deposit),
      isOwnWords: false,
    },
  ];
}
