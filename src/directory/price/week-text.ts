import { moneyText } from '#entitlements/format-figure.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { NetAsked } from './net-asked.ts';
import { offerOf, type Priced } from './offer-of.ts';
import type { Pricing } from './price-for.ts';

/** What the week that was asked for costs at a place, before and after funded hours. */
export function weekText(words: Words, place: Priced, pricing: Pricing): string {
  const { t } = words;
  const price = pricing.of(offerOf(place));
  if (price === null) return t('price:found.unknown');
  const [gross, net] = [price.gross.week, price.total.week].map((one) => moneyText(words, one));
  const key = gross === net ? 'price:found.same' : 'price:found.both';
  return t(key, { gross: gross ?? '', net: net ?? '' });
}

/** What the prices of a search take for granted. */
export function weekNote({ t, format }: Words, { week }: Pick<NetAsked, 'week'>): string {
  const [first] = week.days;
  return t('price:found.note', {
    days: format.list(week.days.map(({ day }) => format.weekday(day))),
    from: first ? format.time(first.from) : '',
    to: first ? format.time(first.to) : '',
    spread: t(`price:pricedFor.${week.spread}`),
  });
}
