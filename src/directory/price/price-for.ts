import { fundedHoursOn } from '#entitlements/funded-hours.ts';
import { priceOf, priceOfPlaces, type Price } from '#entitlements/price/price-of.ts';
import type { PlaceOffer, WeekOfCare } from '#entitlements/price/place-offer.ts';
import type { PriceAsk } from '#entitlements/price/price-ask.ts';
import { entitlementsSaid, laterHours, saidChildOf } from '#entitlements/price/said-help.ts';
import type { Reference } from '#entitlements/figures.ts';
import type { PriceWanted } from './price.form.ts';

/** One family's wish, ready to be held against any number of places. */
export type Pricing = {
  /** The London day the care is for. */
  readonly on: string;
  /** Funded hours a week that the child surely has on that day. */
  readonly hours: number;
  /** The next day on which funded hours begin, or become others; null when there is none. */
  readonly hoursFrom: string | null;
  readonly of: (offer: PlaceOffer) => Price | null;
  /** The week shared by places, each with its part of it. */
  readonly together: (
    places: readonly { readonly week: WeekOfCare; readonly offer: PlaceOffer }[],
  ) => Price | null;
};

/** Works out prices for a family: care starts now, or on the first of a later month. */
export function pricingFor(
  { week, said, start, childrenInCare }: Omit<PriceWanted, 'share'>,
  today: string,
  reference: Reference,
): Pricing {
  const on = start > today.slice(0, 7) ? `${start}-01` : today;
  const entitlements = entitlementsSaid(said, today, reference);
  const ask: PriceAsk = { child: saidChildOf(said, today), on, today, childrenInCare };
  return {
    on,
    hours: fundedHoursOn(entitlements, ask.child.id, on),
    hoursFrom: laterHours(entitlements, on),
    of: (offer) => priceOf(week, offer, entitlements, reference, ask),
    together: (places) => priceOfPlaces(places, entitlements, reference, ask),
  };
}

/** The week's days at the first of two places, and at the second. */
export const splitWeek = (
  { days, spread }: WeekOfCare,
  atSecond: readonly number[],
): readonly [WeekOfCare, WeekOfCare] => [
  { days: days.filter(({ day }) => !atSecond.includes(day)), spread },
  { days: days.filter(({ day }) => atSecond.includes(day)), spread },
];
