import { fundingFor, type HoursAllowed } from './hours-allowed.ts';
import type { OfferFunding } from './place-offer.ts';

/** A place as the sharing of hours sees it. */
export type PlaceWeeks = {
  readonly funded: readonly OfferFunding[];
  readonly termWeeks: number;
  readonly holidayWeeks: number;
  /** Hours of a week in which funded hours may be used there. */
  readonly usableHours: number;
  /** What an hour costs there, on average: dear hours are covered first. */
  readonly pencePerHour: number;
};

/** Funded hours used at one place. */
export type FundedUse = {
  readonly perTermWeek: number;
  readonly perHolidayWeek: number;
  readonly perYear: number;
  readonly isStretched: boolean;
};

/** Shares a child's funded hours among places, those with the dearest hours first. */
export function shareFundedHours(
  places: readonly PlaceWeeks[],
  allowed: readonly HoursAllowed[],
  weeksPerYear: number,
): readonly FundedUse[] {
  const left = allowed.map(({ key, hoursPerWeek }) => ({
    key,
    hours: hoursPerWeek * weeksPerYear,
  }));
  const uses = new Map<PlaceWeeks, FundedUse>();
  const dearestFirst = [...places].sort((one, other) => other.pencePerHour - one.pencePerHour);
  for (const place of dearestFirst) uses.set(place, useAt(place, left, weeksPerYear));
  return places.map((place) => uses.get(place) ?? unused);
}

const unused: FundedUse = { perTermWeek: 0, perHolidayWeek: 0, perYear: 0, isStretched: false };

type Left = { readonly key: HoursAllowed['key']; hours: number };

function useAt(place: PlaceWeeks, left: readonly Left[], weeksPerYear: number): FundedUse {
  const accepted = left.flatMap((kind) => {
    const funding = fundingFor(place.funded, kind.key);
    return funding ? [{ kind, funding }] : [];
  });
  const isStretched =
    place.holidayWeeks > 0 && accepted.some(({ funding }) => funding.isStretched === true);
  const weeks = place.termWeeks + (isStretched ? place.holidayWeeks : 0);
  let room = place.usableHours * weeks;
  let perYear = 0;
  for (const { kind, funding } of accepted) {
    const most = (funding.hoursAWeek ?? Infinity) * weeksPerYear;
    const used = Math.min(room, kind.hours, most);
    kind.hours -= used;
    room -= used;
    perYear += used;
  }
  const perWeek = weeks === 0 ? 0 : perYear / weeks;
  return { perTermWeek: perWeek, perHolidayWeek: isStretched ? perWeek : 0, perYear, isStretched };
}
