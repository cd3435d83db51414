import { knownReference } from '#entitlements/known-reference.ts';
import type { FindQuery } from '../find-query.ts';
import { netAsked, type NetAsked } from './net-asked.ts';
import { pricingFor, type Pricing } from './price-for.ts';

/** The week that a search asks for, and how it is priced; both null when it asks for none. */
export function weekOf(
  query: FindQuery,
  today: string,
): { readonly week: NetAsked | null; readonly pricing: Pricing | null } {
  const week = netAsked(query, today);
  return { week, pricing: week && pricingFor(week, today, knownReference()) };
}
