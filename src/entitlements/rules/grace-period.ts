import type { Child } from '../circumstances.ts';
import { termOfAge, type Facts } from '../family-facts.ts';
import { no, perhaps, yes, type Judgement } from '../judgement.ts';
import { graceEnd } from '../terms.ts';

/**
 * What is left of hours that a family used when it stopped qualifying: until the end of the grace
 * period, at the same place (a child may not start, or move, in it). Null when there is none: the
 * family qualifies, or never stopped.
 */
export function graceHours(
  facts: Facts,
  child: Child,
  judgement: Judgement,
): { readonly judgement: Judgement; readonly until: string } | null {
  const stopped = facts.family.stoppedQualifyingOn;
  if (stopped === null || judgement.verdict === 'yes') return null;
  const until = graceEnd(facts.reference.terms, stopped);
  if (until < facts.today) return null;
  if (termOfAge(facts, child, 'working-parents') > stopped) {
    return judgement.verdict === 'no' ? { judgement: no('graceNoNewPlace'), until } : null;
  }
  switch (facts.family.hasCode) {
    case 'yes':
      return { judgement: yes('grace'), until };
    case 'not-sure':
      return judgement.verdict === 'no' ? { judgement: perhaps('hasCode', 'grace'), until } : null;
    case 'no':
      return judgement.verdict === 'no' ? { judgement: no('graceNoNewPlace'), until } : null;
  }
}
