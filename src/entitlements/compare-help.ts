import { figure, type Reference } from './figures.ts';
import { monthlyOf, taxFreeTopUp, universalCreditShare } from './price/help-with-costs.ts';

/** What a family pays for one child's care each week, before any help. */
export type WeeklyCost = { readonly pence: number; readonly isDisabled: boolean };

/** Pence a month. Universal Credit's is the most it can be: it falls as earnings rise. */
export type HelpCompared = {
  readonly taxFreeChildcare: number;
  readonly universalCredit: number;
  readonly better: 'tax-free-childcare' | 'universal-credit' | 'the-same';
};

/**
 * Which of two schemes that exclude each other pays more towards a family's childcare; null when the
 * figures of that London day are not known. It leaves out what else Universal Credit pays.
 */
export function compareHelp(
  costs: readonly WeeklyCost[],
  today: string,
  reference: Reference,
): HelpCompared | null {
  const isKnown = (['universal-credit.monthlyOne', 'universal-credit.monthlyMore'] as const).every(
    (key) => figure(reference, key, today),
  );
  if (!isKnown) return null;
  const taxFreeChildcare = costs
    .map(({ pence, isDisabled }) => taxFreeTopUp(pence * 52, isDisabled, today, reference) ?? 0)
    .reduce((sum, yearly) => sum + monthlyOf(yearly), 0);
  const yearly = costs.reduce((sum, { pence }) => sum + pence * 52, 0);
  const universalCredit = monthlyOf(
    universalCreditShare(yearly, costs.length, today, reference) ?? 0,
  );
  return { taxFreeChildcare, universalCredit, better: betterOf(taxFreeChildcare, universalCredit) };
}

function betterOf(taxFree: number, universalCredit: number): HelpCompared['better'] {
  if (taxFree === universalCredit) return 'the-same';
  return taxFree > universalCredit ? 'tax-free-childcare' : 'universal-credit';
}
