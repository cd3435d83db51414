import type { Words } from '#platform/i18n/words.ts';
import type { ChoiceLabel } from './filter-labels.ts';

/** A longer list is no help to choose from. */
const mostSchools = 100;

/**
 * The schools to choose from, in the order of `names`: those that somebody among the results goes
 * to, with how many do, and those chosen already. Of very many, the ones most go to.
 */
export function offeredSchools(
  { t }: Words,
  names: ReadonlyMap<string, string>,
  totals: Readonly<Record<string, number>>,
  chosen: readonly string[],
): readonly ChoiceLabel[] {
  const least = leastTotal(Object.values(totals));
  const offered = [...names].filter(
    ([school]) => (totals[school] ?? 0) >= least || chosen.includes(school),
  );
  return offered.slice(0, mostSchools + chosen.length).map(([value, name]) => ({
    value,
    text: t('directory:find.choice', { name, total: totals[value] ?? 0 }),
  }));
}

const leastTotal = (totals: readonly number[]): number =>
  totals.length <= mostSchools ? 1 : (totals.toSorted((a, b) => b - a)[mostSchools - 1] ?? 1);
