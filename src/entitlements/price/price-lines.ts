import type { FundedUse } from './share-funded-hours.ts';
import type { ChargeLine } from './week-charge.ts';

/** A line of a year's sum in pence; what lowers the bill is below zero. */
export type YearLine = {
  readonly code: 'care' | 'extras' | 'fundedHours' | 'taxFreeChildcare' | 'universalCredit';
  /** Which of the places, from 0; null for help with the whole bill. */
  readonly place: number | null;
  /** What the place charges for, a week; on lines of care. */
  readonly charge: ChargeLine | null;
  /** On lines of funded hours. */
  readonly hours: FundedUse | null;
  readonly year: number;
};

/** Pence; `week` is the average of the weeks in which there is care, `month` a twelfth of the year. */
export type Amounts = { readonly week: number; readonly month: number; readonly year: number };
export type PriceLine = YearLine & Amounts;

/** The same lines for a week and a month: rounded so that each column adds up to the penny. */
export function withColumns(lines: readonly YearLine[], weeks: number): readonly PriceLine[] {
  const ofWeek = parts(lines, Math.max(1, weeks));
  const ofMonth = parts(lines, 12);
  return lines.map((line, place) => ({
    ...line,
    week: ofWeek[place] ?? 0,
    month: ofMonth[place] ?? 0,
  }));
}

export const totalOf = (lines: readonly Amounts[]): Amounts => ({
  week: lines.reduce((sum, { week }) => sum + week, 0),
  month: lines.reduce((sum, { month }) => sum + month, 0),
  year: lines.reduce((sum, { year }) => sum + year, 0),
});

/** Each line's part is what it adds to the rounded running total. */
function parts(lines: readonly YearLine[], divisor: number): readonly number[] {
  let sum = 0;
  return lines.map(({ year }) => {
    const before = Math.round(sum / divisor);
    sum += year;
    return Math.round(sum / divisor) - before;
  });
}
