import type { PlaceOffer } from '#entitlements/price/place-offer.ts';
import type { Provider } from '../provider.ts';

export type Priced = Pick<Provider, 'costs' | 'schedule' | 'funded' | 'isFree'>;

const free: PlaceOffer['prices'] = [{ unit: 'hour', pence: 0, hours: null, ages: null }];

/** What a place has said of its prices, as the sums of the entitlements read it. */
export const offerOf = ({ costs, schedule, funded, isFree }: Priced): PlaceOffer => ({
  prices: costs.length === 0 && isFree === true ? free : costs,
  openings: schedule,
  funded,
  extras: [],
  weeksOpen: null,
});

/** Whether it has said a price, or that it is free. */
export const hasPrices = ({ costs, isFree }: Pick<Provider, 'costs' | 'isFree'>): boolean =>
  costs.length > 0 || isFree === true;
