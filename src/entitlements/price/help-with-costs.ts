import { figure, neededFigure, type Reference } from '../figures.ts';

export const monthlyOf = (yearly: number): number => Math.round(yearly / 12);

/** Tax-Free Childcare's part of a year's bill in pence; null when its limit is not known. */
export function taxFreeTopUp(
  yearlyBill: number,
  isDisabled: boolean,
  today: string,
  reference: Reference,
): number | null {
  const most = figure(
    reference,
    isDisabled ? 'tax-free-childcare.yearlyDisabled' : 'tax-free-childcare.yearly',
    today,
  );
  const percent = neededFigure(reference, 'tax-free-childcare.topUpPercent', today);
  return most ? Math.min(most.value, share(yearlyBill, percent)) : null;
}

/** The most that Universal Credit gives back of a year's bill; null when its limit is not known. */
export function universalCreditShare(
  yearlyBill: number,
  children: number,
  today: string,
  reference: Reference,
): number | null {
  const most = figure(
    reference,
    children > 1 ? 'universal-credit.monthlyMore' : 'universal-credit.monthlyOne',
    today,
  );
  const percent = neededFigure(reference, 'universal-credit.percent', today);
  return most ? Math.min(most.value * 12, share(yearlyBill, percent)) : null;
}

const share = (pence: number, percent: number): number => Math.floor((pence * percent) / 100);
