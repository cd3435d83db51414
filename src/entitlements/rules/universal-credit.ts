import type { Child } from '../circumstances.ts';
import { entitlement, type Entitlement } from '../entitlement.ts';
import { fromBirth, ifDue, type Facts } from '../family-facts.ts';
import { neededFigure } from '../figures.ts';
import { all, isSo, yes } from '../judgement.ts';
import { schoolYearEnd } from '../terms.ts';
import { worksForUniversalCredit } from '../work-test.ts';
import { notFostered } from './tax-free-childcare.ts';

/** Childcare costs through Universal Credit: every adult works, or cannot (SI 2013/376). */
export function universalCreditChildcare(facts: Facts, child: Child): Entitlement {
  const { family, reference, today } = facts;
  const age = neededFigure(reference, 'universal-credit.untilAge', today);
  return entitlement(
    'universal-credit',
    child.id,
    all(
      isSo(family.universalCredit, {
        yes: 'onUniversalCredit',
        no: 'notOnUniversalCredit',
        ask: 'universalCredit',
      }),
      worksForUniversalCredit(family),
      notFostered(child, 'notForFosteredChild'),
      yes(...ifDue(child)),
    ),
    {
      from: fromBirth(facts, child),
      until: schoolYearEnd(reference.terms, child.born, age),
      today,
    },
  );
}
