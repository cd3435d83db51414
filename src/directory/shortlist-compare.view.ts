import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import { qrCode } from '#platform/qr-code.ts';
import { priceLink } from './price/price-link.view.ts';
import { placeName } from './place-words.ts';
import type { PlacePoint } from './provider.ts';
import { withoutIds } from './shortlist.ts';
import { compareLink, shortlistLink } from './shortlist-links.ts';
import { comparedRows, type Compared } from './shortlist-rows.view.ts';

export type Comparison = {
  /** Up to four, in order; those beyond are `left`. */
  readonly places: readonly Compared[];
  readonly left: readonly Compared[];
  /** Whether the browser's own list holds all of them. */
  readonly isOwn: boolean;
  /** What was typed, and where that is; null when it is empty or not known here. */
  readonly near: { readonly typed: string; readonly point: PlacePoint | null };
  readonly today: string;
  readonly publicUrl: string;
};

/** Up to four places side by side. */
export function compareView(
  words: Words,
  href: (path: string, query?: Query) => string,
  { places, left, isOwn, near, today, publicUrl }: Comparison,
) {
  const { t, format } = words;
  const shown = places.map(({ provider }) => provider.id);
  const nameOf = ({ provider }: Compared) => placeName(words, provider);
  const url = publicUrl + compareLink(href, shown);
  return {
    title: t('directory:shortlist.compare.title'),
    isEmpty: places.length === 0,
    left:
      left.length === 0
        ? null
        : t('directory:shortlist.compare.left', { names: format.list(left.map(nameOf)) }),
    places: places.map((place) => ({
      name: nameOf(place),
      isEnglish: place.provider.name !== null,
      href: href(`/provider/${place.provider.id}`),
      without: compareLink(href, withoutIds(shown, [place.provider.id]), near.typed),
    })),
    rows: comparedRows({ words, today, near: near.point }, places),
    near: {
      action: href('/shortlist/compare'),
      ids: shown.join(','),
      typed: near.typed,
      problem: near.typed !== '' && near.point === null,
    },
    backHref: isOwn ? href('/shortlist') : shortlistLink(href, shown),
    price: priceLink(
      words,
      href,
      places.map(({ provider }) => provider),
      true,
    ),
    share: { url, qr: qrCode(url) },
    askHref: href('/ask', { shortlist: shown.join(',') }),
  };
}
