import type { Reference } from '../figures.ts';
import type { Assumption } from './assumptions.ts';
import type { HoursAllowed } from './hours-allowed.ts';
import { fundingFor } from './hours-allowed.ts';
import { lengthOf, type PlaceOffer, type WeekOfCare } from './place-offer.ts';
import type { FundedUse, PlaceWeeks } from './share-funded-hours.ts';
import { sumOf, weekCharge, type ChargeLine } from './week-charge.ts';
import { minutesWithin, weeksOfPlace, type WeeksOfPlace } from './weeks-of-place.ts';

/** A family's week at one place. */
export type PlaceWanted = { readonly week: WeekOfCare; readonly offer: PlaceOffer };

/** What a week there costs, before funded hours. */
export type PlaceSum = {
  readonly offer: PlaceOffer;
  readonly weeks: WeeksOfPlace;
  readonly charges: readonly ChargeLine[];
  /** Pence a week, for care alone. */
  readonly gross: number;
  readonly hours: number;
  readonly usableHours: number;
  /** Pence a week. */
  readonly extras: number;
  readonly assumptions: readonly Assumption[];
};

/** Adds up a place's week; null when no price of the place covers it. */
export function placeSum(
  { week, offer }: PlaceWanted,
  ageInMonths: number,
  today: string,
  reference: Reference,
): PlaceSum | null {
  const charge = weekCharge(week, offer.prices, ageInMonths);
  if (!charge) return null;
  const minutes = week.days.reduce((sum, day) => sum + lengthOf(day), 0);
  const weeks = weeksOfPlace(week, offer, today, reference);
  const assumptions: readonly (Assumption | null)[] = [
    ...charge.assumptions,
    ...weeks.assumptions,
    minutesWithin(week.days, offer) < minutes ? 'outsideOpeningHours' : null,
    offer.extras.length === 0 ? 'extrasNotKnown' : null,
  ];
  return {
    offer,
    weeks,
    charges: charge.lines,
    gross: sumOf(charge.lines),
    hours: minutes / 60,
    usableHours: minutesWithin(week.days, offer, true) / 60,
    extras: offer.extras.reduce((sum, extra) => sum + extra.pence * timesAWeek(extra.per, week), 0),
    assumptions: assumptions.filter((assumption) => assumption !== null),
  };
}

const timesAWeek = (per: 'day' | 'week', { days }: WeekOfCare): number =>
  per === 'week' ? 1 : new Set(days.filter((day) => lengthOf(day) > 0).map(({ day }) => day)).size;

export const placeWeeks = ({ offer, weeks, gross, hours, usableHours }: PlaceSum): PlaceWeeks => ({
  funded: offer.funded,
  termWeeks: weeks.term,
  holidayWeeks: weeks.holiday,
  usableHours,
  pencePerHour: hours === 0 ? 0 : gross / hours,
});

/** What so many free hours take off a week's charge: their share of it, in whole pence. */
export const worthOf = ({ gross, hours }: PlaceSum, fundedHours: number): number =>
  hours === 0 ? 0 : Math.min(gross, Math.round((gross * fundedHours) / hours));

/** What the use of funded hours at a place takes for granted. */
export function fundedAssumptions(
  { offer, weeks }: PlaceSum,
  { perYear, isStretched }: FundedUse,
  allowed: readonly HoursAllowed[],
): readonly Assumption[] {
  if (allowed.length === 0) return [];
  const offers = allowed.flatMap(({ key }) => fundingFor(offer.funded, key) ?? []);
  if (offers.length === 0) return ['noFundedPlaceHere'];
  if (perYear === 0) return [];
  if (weeks.holiday === 0) return ['freeHoursAtAverageRate'];
  const notSaid = offers.some((funding) => funding.isStretched === null);
  return [
    'freeHoursAtAverageRate',
    isStretched ? 'hoursStretched' : notSaid ? 'stretchedNotSaid' : 'hoursInTermOnly',
  ];
}
