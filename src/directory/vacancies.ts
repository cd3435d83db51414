import { addDays } from '#platform/calendar/london-time.ts';
import type { Vacancy } from './provider.ts';

/** What was said longer ago than this no longer counts: places fill. */
const freshDays = 92;

/** What was said of free places, or of having none, in the three months to `today` (ISO day). */
export const freshVacancies = (vacancies: readonly Vacancy[], today: string): readonly Vacancy[] =>
  vacancies.filter(({ asAt }) => asAt >= addDays(today, -freshDays));

/**
 * The free places that still count on `today` (ISO day), soonest first; empty when the provider said
 * that it is full, null when it has said nothing for three months.
 */
export function countingVacancies(
  vacancies: readonly Vacancy[],
  today: string,
): readonly Vacancy[] | null {
  const fresh = freshVacancies(vacancies, today);
  if (fresh.length === 0) return null;
  const soonest = ({ freeFrom }: Vacancy) => freeFrom ?? '';
  return fresh
    .filter(({ places }) => places > 0)
    .toSorted((a, b) => soonest(a).localeCompare(soonest(b)));
}
