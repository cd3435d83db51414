import { pricingFor, type Pricing } from '#directory/price/price-for.ts';
import { knownReference } from '#entitlements/known-reference.ts';
import type { Said } from '#entitlements/price/said-help.ts';
import type { Family } from '../family.ts';
import { careWeek } from './care-week.ts';

/** What of a family's request decides what a week costs. */
export type Asking = Pick<Family, 'money' | 'times' | 'children' | 'start'>;

/** Many places are held against one family, so what it is owed is worked out once. */
const known = new WeakMap<Asking, { readonly today: string; readonly all: readonly Pricing[] }>();

/**
 * The prices of a family's week from the day care starts, by child: all children have the same week.
 * None before it has said its hours. `today` is London's.
 */
export function familyPrices(family: Asking, today: string): readonly Pricing[] {
  const kept = known.get(family);
  if (kept?.today === today) return kept.all;
  const { children, times, money, start } = family;
  const priced = times.slots.length === 0 ? [] : children;
  const all = priced.map(({ born }) => {
    const wanted = {
      week: careWeek(times),
      said: saidOf(born, money),
      start: start.when === 'month' ? start.month : '',
      childrenInCare: children.length,
    };
    return pricingFor(wanted, today, knownReference());
  });
  known.set(family, { today, all });
  return all;
}

const saidOf = (born: string, { schemes, other }: Family['money']): Said => ({
  born,
  hours: [
    ...(schemes.some((scheme) => scheme.startsWith('working-')) ? (['working'] as const) : []),
    ...(schemes.includes('extra-support-2') ? (['extra-support'] as const) : []),
  ],
  help: helpOf(other),
  dla: false,
});

function helpOf(other: Family['money']['other']): Said['help'] {
  const both = (['universal-credit', 'tax-free-childcare'] as const).filter((one) =>
    other.includes(one),
  );
  if (both.length > 1 || other.includes('not-sure')) return 'not-sure';
  return both[0] ?? 'none';
}
