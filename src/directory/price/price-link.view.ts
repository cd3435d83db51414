import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Provider } from '../provider.ts';
import { compareLimit, writeIds } from '../shortlist.ts';
import { isChildcare } from '../taxonomy.ts';

type Href = (path: string, query?: Query) => string;

/**
 * The way to the sum for the first places of childcare; null without any. `isNamed`: the address says
 * which, else the browser's own list does.
 */
export function priceLink({ t }: Words, href: Href, places: readonly Provider[], isNamed: boolean) {
  const care = places.filter(({ kind, alsoKinds }) => [kind, ...alsoKinds].some(isChildcare));
  if (care.length === 0) return null;
  const ids = writeIds(care.map(({ id }) => id).slice(0, compareLimit));
  const page = href('/shortlist/price');
  return {
    text: t('price:compare.link'),
    hint: t('price:linkHint'),
    href: isNamed ? `${page}?ids=${ids}` : page,
  };
}
