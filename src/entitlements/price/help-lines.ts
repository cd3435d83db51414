import type { Entitlement } from '../entitlement.ts';
import type { Reference } from '../figures.ts';
import { isOn } from '../funded-hours.ts';
import type { Assumption } from './assumptions.ts';
import { taxFreeTopUp, universalCreditShare } from './help-with-costs.ts';
import type { PriceAsk } from './price-ask.ts';
import type { YearLine } from './price-lines.ts';

type Help = { readonly lines: readonly YearLine[]; readonly assumptions: readonly Assumption[] };

const noHelp: Help = { lines: [], assumptions: [] };

/** What lowers a year's bill, in pence: Universal Credit or Tax-Free Childcare, never both. */
export function helpLines(
  bill: number,
  entitlements: readonly Entitlement[],
  reference: Reference,
  ask: PriceAsk,
): Help {
  const { child, today, childrenInCare } = ask;
  if (bill === 0) return noHelp;
  if (gets(entitlements, 'universal-credit', ask)) {
    const back = universalCreditShare(bill, childrenInCare, today, reference);
    return helpOf('universalCredit', back, ['universalCreditAtMost', 'spreadEvenly']);
  }
  if (!gets(entitlements, 'tax-free-childcare', ask)) return noHelp;
  const topUp = taxFreeTopUp(bill, child.dla === 'yes', today, reference);
  return helpOf('taxFreeChildcare', topUp, ['spreadEvenly']);
}

const gets = (
  entitlements: readonly Entitlement[],
  scheme: Entitlement['scheme'],
  { child, on }: PriceAsk,
): boolean =>
  entitlements.some(
    (one) =>
      one.scheme === scheme && one.child === child.id && one.verdict === 'yes' && isOn(one, on),
  );

function helpOf(
  code: YearLine['code'],
  amount: number | null,
  assumptions: readonly Assumption[],
): Help {
  if (amount === null) return { lines: [], assumptions: ['limitNotKnown'] };
  return { lines: [{ code, place: null, charge: null, hours: null, year: -amount }], assumptions };
}
