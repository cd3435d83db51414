import { addDays } from '#platform/calendar/london-time.ts';
import type { Answer, Child } from '../circumstances.ts';
import { entitlement, type Entitlement } from '../entitlement.ts';
import { ifDue, receptionOf, type Facts } from '../family-facts.ts';
import { neededFigure } from '../figures.ts';
import { all, any, isSo, type Judgement, no, perhaps, yes } from '../judgement.ts';
import { addMonths, firstDayOf } from '../months.ts';
import { schoolYearEnd } from '../terms.ts';
import { inOrAfterCare } from './two-year-olds.ts';

/** The birthdays in the last years of primary school and of secondary school. */
const lastPrimaryBirthday = 11;
const lastSecondaryBirthday = 16;

/** Money for milk, fruit and vegetables in pregnancy and until the fourth birthday. */
export function healthyStart(facts: Facts, child: Child): Entitlement {
  const { family, reference, today } = facts;
  const age = neededFigure(reference, 'healthy-start.untilAge', today);
  return entitlement(
    'healthy-start',
    child.id,
    any(
      'noBenefit',
      onBenefit(family.universalCredit),
      family.noRecourse === 'no' ? no() : perhaps('recourse'),
      // A mother may be young enough to need no benefit.
      child.isDue && family.adults.some(({ under20 }) => under20 !== 'no')
        ? perhaps('healthyStartIncome')
        : no(),
      // A grandparent may get Pension Credit instead.
      child.care === 'own' || child.care === 'left-care' ? no() : perhaps('healthyStartIncome'),
    ),
    { from: today, until: addDays(firstDayOf(addMonths(child.born, age * 12)), -1), today },
  );
}

const onBenefit = (universalCredit: Answer): Judgement => {
  if (universalCredit === 'no') return no();
  return perhaps(
    universalCredit === 'yes' ? 'healthyStartIncome' : 'universalCredit',
    'lowIncomeFood',
  );
};

/** Holiday clubs with food, from reception to year 11, for children with free school meals. */
export function holidayActivities(facts: Facts, child: Child): Entitlement {
  const { family, reference, today } = facts;
  return entitlement(
    'holiday-activities',
    child.id,
    all(
      any(
        'schoolMeals',
        family.universalCredit === 'no' ? no() : perhaps('schoolMeals'),
        all(
          any(
            'schoolMeals',
            inOrAfterCare(child),
            isSo(child.dla, { ask: 'dla' }),
            isSo(child.ehcPlan, { ask: 'ehcPlan' }),
          ),
          perhaps('council'),
        ),
      ),
      yes('schoolMeals', ...ifDue(child)),
    ),
    {
      from: receptionOf(facts, child),
      until: schoolYearEnd(reference.terms, child.born, lastSecondaryBirthday),
      today,
    },
  );
}

/** Care before and after school: parents may ask the school for it. */
export const wraparound = (facts: Facts, child: Child): Entitlement =>
  entitlement(
    'wraparound',
    child.id,
    perhaps('school', 'mayAskSchool', ...ifDue(child)),
    {
      from: receptionOf(facts, child),
      until: schoolYearEnd(facts.reference.terms, child.born, lastPrimaryBirthday),
      today: facts.today,
    },
    { isConfirmed: false },
  );
