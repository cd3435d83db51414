import type { Offer } from '#brokerage/offer-store.ts';

/** The option the family has chosen last and nobody has taken back. */
export const chosenOffer = (offers: readonly Offer[]): Offer | undefined =>
  offers.findLast(({ status }) => status === 'chosen');
