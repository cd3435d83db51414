import type { Entitlement } from '../entitlement.ts';
import { neededFigure, type Reference } from '../figures.ts';
import { fundedLinesOn, isOn } from '../funded-hours.ts';
import { monthsBetween } from '../months.ts';
import { fundedHourSchemes } from '../schemes.ts';
import type { Assumption } from './assumptions.ts';
import { helpLines } from './help-lines.ts';
import { hoursAllowed } from './hours-allowed.ts';
import type { PlaceOffer, WeekOfCare } from './place-offer.ts';
import type { PriceAsk } from './price-ask.ts';
import {
  fundedAssumptions,
  placeSum,
  placeWeeks,
  worthOf,
  type PlaceSum,
  type PlaceWanted,
} from './place-sum.ts';
import {
  totalOf,
  withColumns,
  type Amounts,
  type PriceLine,
  type YearLine,
} from './price-lines.ts';
import { shareFundedHours, type FundedUse } from './share-funded-hours.ts';

/** What a place asks in one week, before help with costs; pence. */
export type PlaceBill = {
  readonly termWeek: number;
  /** Null when there is no care in holidays. */
  readonly holidayWeek: number | null;
};

export type Price = {
  readonly lines: readonly PriceLine[];
  /** What the family pays in the end. */
  readonly total: Amounts;
  /** The care and extras before anything is taken off. */
  readonly gross: Amounts;
  readonly bills: readonly PlaceBill[];
  /** Funded hours used at each place. */
  readonly hours: readonly FundedUse[];
  readonly assumptions: readonly Assumption[];
};

/**
 * What a place would really cost a family: `entitlements` is its timeline. Null when no price of the
 * place covers the week.
 */
export const priceOf = (
  week: WeekOfCare,
  offer: PlaceOffer,
  entitlements: readonly Entitlement[],
  reference: Reference,
  ask: PriceAsk,
): Price | null => priceOfPlaces([{ week, offer }], entitlements, reference, ask);

/** The same for a child who goes to several places: the funded hours are shared among them. */
export function priceOfPlaces(
  wanted: readonly PlaceWanted[],
  entitlements: readonly Entitlement[],
  reference: Reference,
  ask: PriceAsk,
): Price | null {
  const age = monthsBetween(ask.child.born, ask.on);
  const found = wanted.map((place) => placeSum(place, age, ask.today, reference));
  const sums = found.filter((sum) => sum !== null);
  if (sums.length === 0 || sums.length < found.length) return null;
  const funded = fundedLinesOn(entitlements, ask.child.id, ask.on).filter(
    ({ scheme }) => scheme !== 'deferred-reception' || ask.isDeferred === true,
  );
  const allowed = hoursAllowed(funded, ask.child.born, ask.on);
  const weeksPerYear = neededFigure(reference, 'universal.weeksPerYear', ask.today);
  const uses = shareFundedHours(sums.map(placeWeeks), allowed, weeksPerYear);
  const charged = [...careLines(sums), ...fundedHourLines(sums, uses)];
  const help = helpLines(totalOfYear(charged), entitlements, reference, ask);
  const weeks = Math.max(...sums.map(({ weeks }) => weeks.term + weeks.holiday));
  const lines = withColumns([...charged, ...help.lines], weeks);
  const assumptions = [
    ...sums.flatMap((sum, place) => [
      ...sum.assumptions,
      ...fundedAssumptions(sum, uses[place] ?? noUse, allowed),
    ]),
    ...help.assumptions,
    ...(mayHaveMore(entitlements, ask) ? (['perhapsNotCounted'] as const) : []),
  ];
  return {
    lines,
    total: totalOf(lines),
    gross: totalOf(lines.filter(({ code }) => code === 'care' || code === 'extras')),
    bills: sums.map((sum, place) => billOf(sum, uses[place] ?? noUse)),
    hours: uses,
    assumptions: [...new Set(assumptions)],
  };
}

const noUse: FundedUse = { perTermWeek: 0, perHolidayWeek: 0, perYear: 0, isStretched: false };

const totalOfYear = (lines: readonly YearLine[]): number =>
  lines.reduce((sum, { year }) => sum + year, 0);

const careLines = (sums: readonly PlaceSum[]): readonly YearLine[] =>
  sums.flatMap(({ charges, extras, weeks: { term, holiday } }, place) => [
    ...charges.map((charge) => ({
      code: 'care' as const,
      place,
      charge,
      hours: null,
      year: charge.pence * (term + holiday),
    })),
    ...(extras === 0
      ? []
      : [
          {
            code: 'extras' as const,
            place,
            charge: null,
            hours: null,
            year: extras * (term + holiday),
          },
        ]),
  ]);

const fundedHourLines = (
  sums: readonly PlaceSum[],
  uses: readonly FundedUse[],
): readonly YearLine[] =>
  sums.flatMap((sum, place) => {
    const hours = uses[place] ?? noUse;
    const { term, holiday } = sum.weeks;
    const year =
      worthOf(sum, hours.perTermWeek) * term + worthOf(sum, hours.perHolidayWeek) * holiday;
    return hours.perYear === 0
      ? []
      : [{ code: 'fundedHours' as const, place, charge: null, hours, year: -year }];
  });

function billOf(sum: PlaceSum, use: FundedUse): PlaceBill {
  const bill = (hours: number) => sum.gross + sum.extras - worthOf(sum, hours);
  return {
    termWeek: bill(use.perTermWeek),
    holidayWeek: sum.weeks.holiday === 0 ? null : bill(use.perHolidayWeek),
  };
}

const countedHelp = [...fundedHourSchemes, 'tax-free-childcare', 'universal-credit'] as const;

/** Whether something that may be theirs would lower the bill. */
const mayHaveMore = (entitlements: readonly Entitlement[], { child, on }: PriceAsk): boolean =>
  entitlements.some(
    (one) =>
      one.verdict === 'perhaps' &&
      one.child === child.id &&
      isOn(one, on) &&
      countedHelp.some((scheme) => scheme === one.scheme),
  );
