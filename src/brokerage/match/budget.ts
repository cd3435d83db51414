import { pencePerHour, type Provider } from '#directory/provider.ts';
import type { Family } from '../family.ts';
import { daysOf, hoursOf } from '../week.ts';
import type { Fit } from './match.ts';

/** What a week costs, whole pence, against what the family could pay, before funded hours. */
export type BudgetReason = {
  readonly about: 'budget';
  readonly fit: Fit;
  /** Null when no price was said by the hour or day. */
  readonly pence: number | null;
  /** Above the budget when positive. */
  readonly overPence: number | null;
};

/**
 * What the family's week would cost at a place. Above the budget it is not known to be too dear as
 * long as funded hours may bring it down. No reason without a budget or hours.
 */
export function budgetReason(
  { costs }: Pick<Provider, 'costs'>,
  { money, times, children }: Pick<Family, 'money' | 'times' | 'children'>,
): readonly BudgetReason[] {
  if (money.weeklyPounds === null || times.slots.length === 0) return [];
  const weekly = weekPence(costs, times.slots);
  if (weekly === null) return [{ about: 'budget', fit: 'unknown', pence: null, overPence: null }];
  const pence = weekly * children.length;
  const overPence = pence - money.weeklyPounds * 100;
  const tooDear: Fit = money.schemes.length > 0 ? 'unknown' : 'unmet';
  return [{ about: 'budget', fit: overPence <= 0 ? 'met' : tooDear, pence, overPence }];
}

/** One child's week by the hour, else by the day; null when neither has a price. */
function weekPence(costs: Provider['costs'], slots: Family['times']['slots']): number | null {
  const hour = pencePerHour(costs);
  if (hour !== null) return Math.round(hour * hoursOf(slots));
  const days = costs.flatMap(({ unit, pence }) => (unit === 'day' ? [pence] : []));
  return days.length === 0 ? null : Math.min(...days) * daysOf(slots).length;
}
