import type { Reader } from '#db/open-database.ts';
import { knownReference } from '#entitlements/known-reference.ts';
import type { FindQuery } from '../find-query.ts';
import { netAsked, type NetAsked } from './net-asked.ts';
import { offerOf, type Priced } from './offer-of.ts';
import { readOffers } from './offer-store.ts';
import { pricingFor } from './price-for.ts';

/** Pence a week at a place; null when none of its prices fits the week. */
type PriceAt = (id: string) => number | null;
type Offers = ReadonlyMap<string, Priced>;

/** Weeks whose prices are kept, for as long as the directory is as it is. */
const mostKept = 40;
const shelves = new WeakMap<Offers, Map<string, PriceAt>>();

/**
 * Which places a search for at most so much a week, after funded hours, may give; null when it is no
 * such search. A place without a price for the week passes only with those that have not said. Prices
 * are worked out only for the places that are asked about, so it is for those that suit otherwise.
 */
export function withinNet(
  reader: Reader,
  query: FindQuery,
  today: string,
): ((id: string) => boolean) | null {
  const { max, per, unsaid } = query;
  const asked = max === null || per === 'hour' ? null : netAsked(query, today);
  if (max === null || asked === null) return null;
  const priceAt = pricesFor(readOffers(reader), asked, today);
  return (id) => {
    const pence = priceAt(id);
    return pence === null ? unsaid : pence <= max;
  };
}

/** The same week is asked for by every page and every count of a search. */
function pricesFor(offers: Offers, asked: NetAsked, today: string): PriceAt {
  const shelf = shelves.get(offers) ?? new Map<string, PriceAt>();
  shelves.set(offers, shelf);
  const key = JSON.stringify([today, asked]);
  const known = shelf.get(key);
  if (known) return known;
  const prices = pricesOnAsking(offers, asked, today);
  const [oldest] = shelf.keys();
  if (shelf.size >= mostKept && oldest !== undefined) shelf.delete(oldest);
  shelf.set(key, prices);
  return prices;
}

function pricesOnAsking(offers: Offers, asked: NetAsked, today: string): PriceAt {
  const pricing = pricingFor(asked, today, knownReference());
  const known = new Map<string, number | null>();
  return (id) => {
    const kept = known.get(id);
    if (kept !== undefined) return kept;
    const offer = offers.get(id);
    const price = offer ? pricing.of(offerOf(offer)) : null;
    const pence = price?.total.week ?? null;
    known.set(id, pence);
    return pence;
  };
}
