import { addDays } from '#platform/calendar/london-time.ts';
import type { Child, FamilyCircumstances } from '../circumstances.ts';
import { entitlement, type Entitlement } from '../entitlement.ts';
import { ifDue, termOfAge, type Facts } from '../family-facts.ts';
import { neededFigure } from '../figures.ts';
import { all, any, isSo, perhaps, yes, no, type Judgement } from '../judgement.ts';

/** Hours for 2-year-olds with extra support (SI 2014/2147 reg 1), asked for at the council. */
export function twoYearOldHours(facts: Facts, child: Child): Entitlement {
  const judgement = hasExtraSupport(facts.family, child);
  const until = addDays(termOfAge(facts, child, 'universal'), -1);
  return entitlement(
    'two-year-olds',
    child.id,
    all(judgement, yes('keptOnceFound', ...ifDue(child))),
    { from: termOfAge(facts, child, 'two-year-olds'), until, today: facts.today },
    {
      apply: { from: null, by: until },
      hoursPerWeek: neededFigure(facts.reference, 'two-year-olds.hoursPerWeek', facts.today),
      isConfirmed: !judgement.why.includes('noRecourseWithLowIncome'),
    },
  );
}

/** Whether one of the reasons of the regulations is there. */
export const hasExtraSupport = (family: FamilyCircumstances, child: Child): Judgement =>
  any(
    'noneOfTheReasonsForTwo',
    all(
      isSo(family.universalCredit, {
        yes: 'onUniversalCreditWithLowEarnings',
        ask: 'universalCredit',
      }),
      isSo(family.lowEarnings, { ask: 'lowEarnings' }),
    ),
    isSo(child.dla, { yes: 'getsDla', ask: 'dla' }),
    isSo(child.ehcPlan, { yes: 'hasEhcPlan', ask: 'ehcPlan' }),
    inOrAfterCare(child),
    isSo(family.asylumSupport, { yes: 'asylumSupport', ask: 'asylumSupport' }),
    all(
      isSo(family.noRecourse, { yes: 'noRecourseWithLowIncome', ask: 'recourse' }),
      isSo(family.lowIncomeNoRecourse, { ask: 'lowIncomeNoRecourse' }),
    ),
  );

/** Looked after by a council, or was until an adoption or an order. */
export function inOrAfterCare({ care }: Child): Judgement {
  switch (care) {
    case 'fostered':
      return yes('lookedAfter');
    case 'left-care':
      return yes('leftCare');
    case 'not-sure':
      return perhaps('careStatus');
    case 'own':
    case 'kinship':
      return no();
  }
}
