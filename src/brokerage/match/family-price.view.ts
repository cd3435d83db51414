import { notSaid } from '#directory/price/place-price.view.ts';
import { hasPrices, offerOf } from '#directory/price/offer-of.ts';
import { placeName } from '#directory/place-words.ts';
import type { Provider } from '#directory/provider.ts';
import { moneyText } from '#entitlements/format-figure.ts';
import type { WeekOfCare } from '#entitlements/price/place-offer.ts';
import type { Price } from '#entitlements/price/price-of.ts';
import { priceSumView } from '#entitlements/price/price-sum.view.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Family } from '../family.ts';
import { takenOff } from './budget.ts';
import { careWeek } from './care-week.ts';
import { familyPrices } from './family-prices.ts';
import type { Match } from './match.ts';

export type FamilyPriceView = NonNullable<ReturnType<typeof familyPriceView>>;

/**
 * What a family's week would cost at a place, with every line of the sum for each child, or why that
 * is not known; null before the family has said its hours. `today` is London's.
 */
export function familyPriceView(words: Words, place: Provider, family: Family, today: string) {
  const pricings = familyPrices(family, today);
  if (pricings.length === 0) return null;
  const offer = offerOf(place);
  const prices = pricings.map(({ of }) => of(offer)).filter((price) => price !== null);
  const isKnown = hasPrices(place) && prices.length === pricings.length;
  const line = [isKnown ? weekLine(words, prices) : whyNot(words, place)];
  if (!isKnown) return { line, sums: [], about: [], notSaid: [] };
  return {
    line,
    sums: prices.map((price, at) => ({
      child: childName(words, family, at),
      sum: priceSumView(words, price, []),
      caption: words.t('price:sum.caption', { name: placeName(words, place) }),
    })),
    about: [forText(words, family, pricings[0]?.on ?? today), ...laterTexts(words, pricings)],
    notSaid: notSaid(words, place),
  };
}

/** The same beside the reasons of a match, without the line where a reason has said it already. */
export function matchPriceView(
  words: Words,
  { provider, reasons }: Match,
  family: Family,
  today: string,
): FamilyPriceView | null {
  const view = familyPriceView(words, provider, family, today);
  const isSaid = reasons.some(({ about }) => about === 'budget');
  return view && isSaid ? { ...view, line: [] } : view;
}

/** The whole family's week after all that helps. */
function weekLine(words: Words, prices: readonly Price[]): string {
  const pence = prices.reduce((sum, { total }) => sum + total.week, 0);
  return words.t(`price:request.line.${takenOff(prices)}`, { week: moneyText(words, pence) });
}

const whyNot = ({ t }: Words, place: Provider): string =>
  t(hasPrices(place) ? 'price:request.noneFits' : 'price:request.noPrices');

/** Null for an only child. */
function childName({ t }: Words, { children }: Family, at: number): string | null {
  if (children.length < 2) return null;
  const name = children[at]?.name ?? '';
  return name === '' ? t('brokerage:child.numbered', { number: at + 1 }) : name;
}

const forText = (words: Words, { times }: Family, on: string): string =>
  words.t('price:request.for', {
    day: words.format.day(on),
    spread: words.t(`price:pricedFor.${times.term === 'all-year' ? 'all-year' : 'term-time'}`),
    times: hoursTexts(words, careWeek(times).days).join('; '),
  });

/** Days with the same hours together. */
const hoursTexts = ({ t, format }: Words, days: WeekOfCare['days']): readonly string[] =>
  [...Map.groupBy(days, ({ from, to }) => `${from} ${to}`).values()].map((same) => {
    const [{ from, to } = { from: '', to: '' }] = same;
    return t('price:request.hours', {
      days: format.list(same.map(({ day }) => format.weekday(day))),
      from: format.time(from),
      to: format.time(to),
    });
  });

/** When funded hours begin or change for a child, each day once. */
const laterTexts = (
  { t, format }: Words,
  pricings: ReturnType<typeof familyPrices>,
): readonly string[] => [
  ...new Set(
    pricings.flatMap(({ hours, hoursFrom }) =>
      hoursFrom === null
        ? []
        : [
            t(hours === 0 ? 'price:request.hoursLater' : 'price:request.hoursChange', {
              day: format.day(hoursFrom),
            }),
          ],
    ),
  ),
];
