import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import { qrCode } from '#platform/qr-code.ts';
import { inspectionLine } from './inspection-words.ts';
import { agesText, placeName, priceText, whereText } from './place-words.ts';
import { placesText } from './provider-head.view.ts';
import type { Provider } from './provider.ts';
import { compareLimit, withoutIds, writeIds } from './shortlist.ts';
import { shortlistLink } from './shortlist-links.ts';
import { kindName } from './taxonomy.ts';
import { priceLink } from './price/price-link.view.ts';

export type ShownList = {
  /** The ids of the list that is shown, and of the one this browser keeps. */
  readonly ids: readonly string[];
  readonly kept: readonly string[];
  /** Opened by a link rather than from the browser's own list. */
  readonly isShared: boolean;
  readonly found: readonly Provider[];
  readonly note: string;
  /** ISO day. */
  readonly today: string;
  /** Scheme and host of the site. */
  readonly publicUrl: string;
};
type Href = (path: string, query?: Query) => string;

/** Everything the shortlist shows, a browser's own or one that was sent as a link. */
export function shortlistView(words: Words, href: Href, list: ShownList) {
  const { t } = words;
  const { isShared, found } = list;
  const ids = found.map(({ id }) => id);
  const url = list.publicUrl + shortlistLink(href, ids);
  return {
    title: t(isShared ? 'directory:shortlist.sharedTitle' : 'directory:shortlist.title'),
    intro: t(isShared ? 'directory:shortlist.sharedIntro' : 'directory:shortlist.intro'),
    count: t('directory:shortlist.count', { count: found.length }),
    notices: notices(words, list),
    gone: goneView(words, list),
    keepAll: keepAllView(words, list, ids),
    items: found.map((provider) => itemView(words, href, list, provider)),
    isShared,
    action: href('/shortlist'),
    empty: found.length === 0 ? emptyView(words, href) : null,
    compare: { action: href('/shortlist/compare'), offered: found.length > 1 },
    price: priceLink(words, href, list.found, list.isShared),
    share: { url, qr: qrCode(url) },
    printHref: href('/shortlist/print') + (list.isShared ? `?ids=${writeIds(ids)}` : ''),
    askHref: askLink(href, ids),
  };
}

/** What the page says of the last step, from the few words that an address may hold. */
function notices({ t }: Words, { note }: ShownList): readonly string[] {
  if (note === 'full') return [t('directory:shortlist.full')];
  return note === 'unknown' ? [t('directory:shortlist.notKept')] : [];
}

/** Places that left the directory are said, never shown; from one's own list they can be taken off. */
function goneView({ t }: Words, { ids, found, isShared }: ShownList) {
  const gone = withoutIds(
    ids,
    found.map(({ id }) => id),
  );
  if (gone.length === 0) return null;
  return {
    text: t('directory:shortlist.gone', { count: gone.length }),
    button: t('directory:shortlist.dropGone'),
    ids: isShared ? [] : gone,
  };
}

function keepAllView({ t }: Words, { isShared, kept }: ShownList, shown: readonly string[]) {
  const isNew = shown.some((id) => !kept.includes(id));
  return isShared && isNew ? { text: t('directory:shortlist.keepAll'), ids: shown } : null;
}

const emptyView = ({ t }: Words, href: Href) => ({
  text: t('directory:shortlist.empty.text'),
  link: { text: t('directory:shortlist.empty.link'), href: href('/find') },
});

function itemView(words: Words, href: Href, { found, today }: ShownList, provider: Provider) {
  const facts = [
    agesText(words, provider),
    priceText(words, provider),
    placesFact(words, provider, today),
    inspectionLine(words, provider),
  ];
  return {
    id: provider.id,
    name: placeName(words, provider),
    isEnglish: provider.name !== null,
    href: href(`/provider/${provider.id}`),
    kind: kindName(words, provider.kind),
    where: whereText(words, provider),
    phone: provider.phone,
    facts: facts.filter((said) => said !== null),
    isChosen: found.length <= compareLimit,
  };
}

function placesFact(words: Words, provider: Provider, today: string): string | null {
  const places = placesText(words, provider, today);
  const label = words.t('directory:provider.glance.places');
  return places === null ? null : `${label}: ${places.text} (${places.note})`;
}

/** One place is asked about by its id, several by their list. */
function askLink(href: Href, ids: readonly string[]): string {
  const [only = ''] = ids;
  return ids.length === 1
    ? href('/ask', { provider: only })
    : href('/ask', { shortlist: ids.join(',') });
}
