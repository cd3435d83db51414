import { ageLimit } from '../age-limit.ts';
import type { Child } from '../circumstances.ts';
import { entitlement, type Entitlement } from '../entitlement.ts';
import { fromBirth, ifDue, type Facts } from '../family-facts.ts';
import { neededFigure } from '../figures.ts';
import { all, isNotSo, no, perhaps, yes, type Judgement } from '../judgement.ts';
import { addMonths, firstDayOf, laterOf, nextAfter } from '../months.ts';
import { workStartsOn, workTest } from '../work-test.ts';

/** A top-up on what parents pay, until the September after the eleventh or sixteenth birthday. */
export function taxFreeChildcare(facts: Facts, child: Child): Entitlement {
  const { family, today } = facts;
  const from = laterOf(fromBirth(facts, child), workStartsOn(family, child) ?? today);
  const plain = lastDay(facts, child, 'untilAge');
  const longer = lastDay(facts, child, 'untilAgeDisabled');
  const { until, judgement } = ageLimit({ from, plain, longer }, child.dla, 'dla');
  return entitlement(
    'tax-free-childcare',
    child.id,
    all(
      notWithOthers(facts),
      notFostered(child, 'notForFosteredChild'),
      workTest(family, child),
      judgement,
      yes(...ifDue(child)),
    ),
    { from, until, today },
  );
}

const notWithOthers = ({ family }: Facts): Judgement =>
  all(
    isNotSo(family.universalCredit, { no: 'notWithUniversalCredit', ask: 'universalCredit' }),
    isNotSo(family.vouchers, { no: 'notWithVouchers', ask: 'vouchers' }),
  );

/** A foster carer does not get help with the costs of a foster child's care. */
export function notFostered({ care }: Child, because: 'notForFosteredChild'): Judgement {
  if (care === 'fostered') return no(because);
  return care === 'not-sure' ? perhaps('careStatus') : yes();
}

/** 1 September after the birthday. */
function lastDay(
  { reference, today }: Facts,
  child: Child,
  key: 'untilAge' | 'untilAgeDisabled',
): string {
  const age = neededFigure(reference, `tax-free-childcare.${key}`, today);
  return nextAfter(reference.terms.reception.startsOn, firstDayOf(addMonths(child.born, age * 12)));
}
