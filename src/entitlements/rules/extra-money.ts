import { addDays } from '#platform/calendar/london-time.ts';
import type { Child } from '../circumstances.ts';
import { entitlement, type Entitlement } from '../entitlement.ts';
import { compulsoryOf, ifDue, type Facts } from '../family-facts.ts';
import { all, any, isSo, type Judgement, no, perhaps, yes } from '../judgement.ts';
import { earlierOf } from '../months.ts';
import type { SchemeKey } from '../schemes.ts';
import { inOrAfterCare } from './two-year-olds.ts';

/**
 * What a place gets for a child while the child takes funded hours: disability access fund, early
 * years pupil premium, inclusion fund. `hours` are the child's lines of funded hours.
 */
export const extraMoney = (
  facts: Facts,
  child: Child,
  hours: readonly Entitlement[],
): readonly Entitlement[] => [
  line(facts, child, hours, 'disability-access-fund', hasDla(child), true),
  line(facts, child, hours, 'early-years-pupil-premium', mayHavePremium(facts, child), true),
  line(facts, child, hours, 'senif', mayHaveFund(child), false),
];

function line(
  facts: Facts,
  child: Child,
  hours: readonly Entitlement[],
  scheme: SchemeKey,
  judgement: Judgement,
  needsForm: boolean,
): Entitlement {
  const starts = hours.flatMap(({ verdict, from }) => (verdict === 'yes' && from ? [from] : []));
  const lastDay = addDays(compulsoryOf(facts, child), -1);
  const from = starts.length === 0 ? addDays(lastDay, 1) : earlierOf(...starts);
  return entitlement(
    scheme,
    child.id,
    all(judgement, yes(...ifDue(child))),
    { from, until: lastDay, today: facts.today },
    { needsForm },
  );
}

const hasDla = ({ dla }: Child): Judgement =>
  all(isSo(dla, { yes: 'getsDla', no: 'noDla', ask: 'dla' }), yes('paidToProvider'));

/** In or after care is enough; whether an income is low enough, the place finds out. */
const mayHavePremium = ({ family }: Facts, child: Child): Judgement =>
  all(
    any(
      'forChildrenOnLowIncomeOrCare',
      inOrAfterCare(child),
      ...[family.universalCredit, family.asylumSupport].map((answer) =>
        answer === 'no' ? no() : perhaps('provider'),
      ),
    ),
    yes('paidToProvider'),
  );

/** The council decides, from what the place tells it. */
const mayHaveFund = ({ extraNeeds, dla, ehcPlan }: Child): Judgement =>
  all(
    any(
      'noExtraNeeds',
      isSo(extraNeeds, { ask: 'extraNeeds' }),
      isSo(dla, { ask: 'dla' }),
      isSo(ehcPlan, { ask: 'ehcPlan' }),
    ),
    perhaps('council', 'councilDecides', 'paidToProvider'),
  );
