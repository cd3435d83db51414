import { offerOf, type Priced } from '#directory/price/offer-of.ts';
import type { Provider } from '#directory/provider.ts';
import type { Price } from '#entitlements/price/price-of.ts';
import { familyPrices, type Asking } from './family-prices.ts';
import type { Fit } from './match.ts';

/** What a week costs the family, whole pence, against what it could pay. */
export type BudgetReason = {
  readonly about: 'budget';
  readonly fit: Fit;
  /** After the funded hours and the help that the family told; null when no price fits the week. */
  readonly pence: number | null;
  /** Above the budget when positive. */
  readonly overPence: number | null;
  /** What has been taken off. */
  readonly after: TakenOff;
};
export type TakenOff = 'nothing' | 'hours' | 'help' | 'both';

type Place = Priced & Pick<Provider, 'freeEarlyYears'>;

/**
 * What the family's week would cost at a place, from the day care starts; all children have the same
 * week. Above the budget it is not known to be too dear while help that may be theirs, or the place's
 * word on funded hours, is missing. No reason without a budget or hours. `today` is London's.
 */
export function budgetReason(place: Place, family: Asking, today: string): readonly BudgetReason[] {
  const { weeklyPounds } = family.money;
  if (weeklyPounds === null || family.times.slots.length === 0) return [];
  const offer = offerOf(place);
  const prices = familyPrices(family, today).map(({ of }) => of(offer));
  const known = prices.filter((price) => price !== null);
  if (known.length === 0 || known.length < prices.length) {
    return [{ about: 'budget', fit: 'unknown', pence: null, overPence: null, after: 'nothing' }];
  }
  const pence = known.reduce((sum, { total }) => sum + total.week, 0);
  const overPence = pence - weeklyPounds * 100;
  const tooDear: Fit = known.some((price) => mayCostLess(price, place)) ? 'unknown' : 'unmet';
  const fit = overPence <= 0 ? 'met' : tooDear;
  return [{ about: 'budget', fit, pence, overPence, after: takenOff(known) }];
}

/** Whether something that is not known yet could bring it down. */
const mayCostLess = ({ assumptions }: Price, { funded, freeEarlyYears }: Place): boolean =>
  assumptions.includes('perhapsNotCounted') ||
  assumptions.includes('limitNotKnown') ||
  (assumptions.includes('noFundedPlaceHere') && funded.length === 0 && freeEarlyYears !== false);

/** What kinds of help the sums have taken off. */
export function takenOff(prices: readonly Price[]): TakenOff {
  const lines = prices.flatMap((price) => price.lines).filter(({ year }) => year < 0);
  const hours = lines.some(({ code }) => code === 'fundedHours');
  const help = lines.some(({ code }) => code !== 'fundedHours');
  if (hours && help) return 'both';
  return hours ? 'hours' : help ? 'help' : 'nothing';
}
