import type schemes from '#content/reference/funded-schemes.json';

/** A key of `content/reference/funded-schemes.json`: hours as places say that they take them. */
export type FundedKey = keyof (typeof schemes)['terms'];

/** `day` is 1 Monday to 7 Sunday; times are London's, `HH:MM`. */
export type CareDay = { readonly day: number; readonly from: string; readonly to: string };

/** When a family wants care: the same days each week, in 38 weeks of term or all year. */
export type WeekOfCare = {
  readonly days: readonly CareDay[];
  readonly spread: 'term-time' | 'all-year';
};

export type OfferPrice = {
  readonly unit: 'hour' | 'session' | 'day' | 'week' | 'month' | 'visit';
  readonly pence: number;
  /** How many hours that buys; null when not said. */
  readonly hours: number | null;
  /** Months, both ends included; null for every age. */
  readonly ages: { readonly from: number; readonly to: number } | null;
};

export type OfferOpening = {
  readonly day: number;
  readonly opens: string;
  readonly closes: string;
  readonly term: 'term-time' | 'holidays' | 'all-year' | 'not-said';
  readonly isFunded: boolean;
};

export type OfferFunding = {
  readonly scheme: FundedKey;
  readonly hoursAWeek: number | null;
  readonly isStretched: boolean | null;
};

/** Something to pay besides the care, such as lunch, that the family takes. */
export type OfferExtra = { readonly pence: number; readonly per: 'day' | 'week' };

/** What a place says of its prices; a directory's provider has the same fields. */
export type PlaceOffer = {
  readonly prices: readonly OfferPrice[];
  readonly openings: readonly OfferOpening[];
  readonly funded: readonly OfferFunding[];
  readonly extras: readonly OfferExtra[];
  /** Weeks a year; null when not said. */
  readonly weeksOpen: number | null;
};

/** A calendar's, for a place that does not say how many it is open. */
export const weeksAYear = 52;

export const minutesOf = (clockTime: string): number => {
  const [hours = 0, minutes = 0] = clockTime.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Minutes of care on a day; none when it ends before it begins. */
export const lengthOf = ({ from, to }: CareDay): number =>
  Math.max(0, minutesOf(to) - minutesOf(from));
