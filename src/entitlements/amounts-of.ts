import type { Child, FamilyCircumstances } from './circumstances.ts';
import type { Entitlement } from './entitlement.ts';
import { figure, type Figure, type FigureKey, type Reference } from './figures.ts';

export type Amount = { readonly key: FigureKey; readonly figure: Figure };

/**
 * The sums of money that matter to this family for a line of its timeline, of those in force on a
 * London day: all that are possible where an answer is not sure, none that has ended.
 */
export const amountsOf = (
  line: Pick<Entitlement, 'scheme' | 'child'>,
  family: FamilyCircumstances,
  today: string,
  reference: Reference,
): readonly Amount[] =>
  keysOf(line, family).flatMap((key) => {
    const found = figure(reference, key, today);
    return found ? [{ key, figure: found }] : [];
  });

function keysOf(
  { scheme, child: id }: Pick<Entitlement, 'scheme' | 'child'>,
  family: FamilyCircumstances,
): readonly FigureKey[] {
  const child = family.children.find((one) => one.id === id);
  switch (scheme) {
    case 'tax-free-childcare':
      return perChild(child);
    case 'universal-credit':
      return [hasSeveral(family) ? 'universal-credit.monthlyMore' : 'universal-credit.monthlyOne'];
    case 'childcare-grant':
      return [hasSeveral(family) ? 'childcare-grant.weeklyMore' : 'childcare-grant.weeklyOne'];
    case 'care-to-learn':
      return byRegion(family, 'care-to-learn.weeklyLondon', 'care-to-learn.weekly');
    case 'two-year-olds':
      return family.noRecourse === 'no' ? [] : withoutRecourse(family);
    case 'parents-learning-allowance':
    case 'disability-access-fund':
    case 'early-years-pupil-premium':
      return [`${scheme}.yearly`];
    case 'universal':
    case 'working-parents':
    case 'deferred-reception':
    case 'senif':
    case 'healthy-start':
    case 'holiday-activities':
    case 'wraparound':
      return [];
  }
}

const hasSeveral = ({ children }: FamilyCircumstances): boolean => children.length > 1;

function perChild(child: Child | undefined): readonly FigureKey[] {
  const [plain, disabled] = [
    'tax-free-childcare.yearly',
    'tax-free-childcare.yearlyDisabled',
  ] as const;
  if (child?.dla === 'not-sure') return [plain, disabled];
  return [child?.dla === 'yes' ? disabled : plain];
}

/** The limits of income for a family without recourse, and of savings. */
const withoutRecourse = (family: FamilyCircumstances): readonly FigureKey[] => [
  ...(hasSeveral(family)
    ? byRegion(family, 'two-year-olds.nrpfLimitMoreLondon', 'two-year-olds.nrpfLimitMore')
    : byRegion(family, 'two-year-olds.nrpfLimitOneLondon', 'two-year-olds.nrpfLimitOne')),
  'two-year-olds.savingsLimit',
];

function byRegion(
  { inLondon }: FamilyCircumstances,
  london: FigureKey,
  elsewhere: FigureKey,
): readonly FigureKey[] {
  if (inLondon === 'not-sure') return [elsewhere, london];
  return [inLondon === 'yes' ? london : elsewhere];
}
