import type { Entitlement } from '../entitlement.ts';
import { monthsBetween } from '../months.ts';
import type { FundedKey, OfferFunding } from './place-offer.ts';

/** A child's funded hours of a kind that places say they take. */
export type HoursAllowed = {
  readonly key: FundedKey;
  readonly hoursPerWeek: number;
};

/** Lines of funded hours as the kinds of hours that places offer. */
export const hoursAllowed = (
  lines: readonly Entitlement[],
  born: string,
  day: string,
): readonly HoursAllowed[] =>
  lines.map((line) => ({
    key: keyOf(line, monthsBetween(born, day)),
    hoursPerWeek: line.hoursPerWeek ?? 0,
  }));

function keyOf({ scheme, why }: Entitlement, months: number): FundedKey {
  if (scheme === 'two-year-olds') return 'extra-support-2';
  if (scheme !== 'working-parents') return 'universal-3-4';
  if (why.includes('onTopOfUniversal')) return 'working-3-4';
  return months < 24 ? 'working-under-2' : 'working-2';
}

/** A place that takes working parents' hours at three and four takes everyone's. */
const sameOffer: Partial<Record<FundedKey, FundedKey>> = { 'universal-3-4': 'working-3-4' };

/** What a place says of a kind of hours; undefined when it does not take them. */
export const fundingFor = (
  funded: readonly OfferFunding[],
  key: FundedKey,
): OfferFunding | undefined =>
  funded.find(({ scheme }) => scheme === key) ??
  funded.find(({ scheme }) => scheme === sameOffer[key]);
