import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { placeName } from '../place-words.ts';
import { getProvider } from '../provider-store.ts';
import type { Provider } from '../provider.ts';
import { isChildcare } from '../taxonomy.ts';
import { answerPriceForm } from './answer-price-form.ts';
import { hasPrices } from './offer-of.ts';
import { placePriceView } from './place-price.view.ts';
import { priceFormView } from './price-form.view.ts';

type Href = (path: string, query?: Query) => string;
export type PricePage = ReturnType<typeof show>;

/**
 * What a place would really cost: the questions, and the sum once they are answered; `data` is null
 * until then, and nothing of it is kept. Problem: `not-found` (no such place of childcare).
 */
export function pricePage(
  ctx: Ctx,
  href: Href,
  providerId: string,
  data: FormData | null,
): Result<PricePage, 'not-found'> {
  const provider = getProvider(ctx.db, providerId);
  const isCare = provider !== null && [provider.kind, ...provider.alsoKinds].some(isChildcare);
  return isCare ? success(show(ctx, href, provider, data)) : failure('not-found');
}

function show(ctx: Ctx, href: Href, provider: Provider, data: FormData | null) {
  const { words } = ctx;
  const { typed, answer, problems, status } = answerPriceForm(ctx, data);
  return {
    name: placeName(words, provider),
    isEnglish: provider.name !== null,
    pageHref: href(`/provider/${provider.id}`),
    askHref: href('/ask', { provider: provider.id }),
    /** Without prices there is no sum to make, and so nothing to ask. */
    hasPrices: hasPrices(provider),
    form: priceFormView(words, typed, []),
    ...{ problems, status },
    pricedFor: answer?.pricedFor ?? null,
    result: answer && placePriceView(words, href, provider, answer.pricing),
  };
}
