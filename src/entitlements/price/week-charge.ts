import type { Assumption } from './assumptions.ts';
import { lengthOf, weeksAYear, type OfferPrice, type WeekOfCare } from './place-offer.ts';

/** Part of a week's charge: so many of a unit at so much. Hours may be a fraction. */
export type ChargeLine = {
  readonly unit: OfferPrice['unit'];
  readonly each: number;
  readonly quantity: number;
  readonly pence: number;
};
export type WeekCharge = {
  readonly lines: readonly ChargeLine[];
  readonly assumptions: readonly Assumption[];
};

/** What a week of care costs at a place, at the cheapest that covers it; null when no price does. */
export function weekCharge(
  { days }: Pick<WeekOfCare, 'days'>,
  prices: readonly OfferPrice[],
  ageInMonths: number,
): WeekCharge | null {
  const forAge = prices.filter(
    ({ ages }) => ages === null || (ages.from <= ageInMonths && ageInMonths <= ages.to),
  );
  const lengths = days.map(lengthOf).filter((minutes) => minutes > 0);
  const whole = [byTheDay(lengths, forAge), ...byTheWeek(lengths, forAge)]
    .filter((charge) => charge !== null)
    .sort((one, other) => sumOf(one.lines) - sumOf(other.lines));
  return whole[0] ?? null;
}

export const sumOf = (lines: readonly { readonly pence: number }[]): number =>
  lines.reduce((sum, { pence }) => sum + pence, 0);

type DayChoice = { readonly price: OfferPrice; readonly quantity: number };

function byTheDay(lengths: readonly number[], prices: readonly OfferPrice[]): WeekCharge | null {
  const choices = lengths.map((minutes) => cheapestDay(minutes, prices));
  const known = choices.filter((choice) => choice !== null);
  if (known.length < choices.length) return null;
  const used = [...new Set(known.map(({ price }) => price))];
  const lines = used.map((price) => {
    const ofIt = known.filter((choice) => choice.price === price);
    const quantity = ofIt.reduce((sum, choice) => sum + choice.quantity, 0);
    return lineOf(price, quantity, Math.round(price.pence * quantity));
  });
  const vague = used.some(({ unit, hours }) => unit === 'session' && hours === null);
  return {
    lines,
    assumptions: ['cheapestThatCovers', ...(vague ? (['sessionLengthNotSaid'] as const) : [])],
  };
}

function cheapestDay(minutes: number, prices: readonly OfferPrice[]): DayChoice | null {
  const choices = prices
    .flatMap((price) => {
      const quantity = quantityOf(price, minutes / 60);
      return quantity === null ? [] : [{ price, quantity }];
    })
    .sort((one, other) => one.price.pence * one.quantity - other.price.pence * other.quantity);
  return choices[0] ?? null;
}

/** How many of a unit cover a day of so many hours; null when it cannot. */
function quantityOf({ unit, hours }: OfferPrice, wanted: number): number | null {
  switch (unit) {
    case 'hour':
      return wanted;
    case 'session':
      return hours === null || hours <= 0 ? 1 : Math.ceil(wanted / hours);
    case 'day':
      return hours === null || wanted <= hours ? 1 : null;
    case 'week':
    case 'month':
    case 'visit':
      return null;
  }
}

/** A price for the week or the month buys the whole week, if it buys enough hours. */
function byTheWeek(
  lengths: readonly number[],
  prices: readonly OfferPrice[],
): readonly WeekCharge[] {
  const hours = lengths.reduce((sum, minutes) => sum + minutes / 60, 0);
  if (hours === 0) return [];
  return prices.flatMap((price) => {
    const share = price.unit === 'week' ? 1 : price.unit === 'month' ? 12 / weeksAYear : null;
    if (share === null || (price.hours !== null && price.hours * share < hours)) return [];
    const line = lineOf(price, share, Math.round(price.pence * share));
    return [{ lines: [line], assumptions: ['cheapestThatCovers'] }];
  });
}

const lineOf = (
  { unit, pence: each }: OfferPrice,
  quantity: number,
  pence: number,
): ChargeLine => ({
  unit,
  each,
  quantity,
  pence,
});
