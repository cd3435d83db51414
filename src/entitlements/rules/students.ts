import { addDays } from '#platform/calendar/london-time.ts';
import { ageLimit } from '../age-limit.ts';
import type { Adult, Answer, Child, StudentState } from '../circumstances.ts';
import { entitlement, refused, type Entitlement } from '../entitlement.ts';
import { fromBirth, ifDue, type Facts } from '../family-facts.ts';
import { neededFigure } from '../figures.ts';
import { all, any, isSo, type Judgement, no, perhaps, yes } from '../judgement.ts';
import { addMonths, firstDayOf } from '../months.ts';
import { notFostered } from './tax-free-childcare.ts';

/** Full-time students in higher education, with a child under 15, or 17 with special needs. */
export function childcareGrant(facts: Facts, child: Child): Entitlement {
  const from = fromBirth(facts, child);
  const plain = lastDayUnder(facts, child, 'underAge');
  const longer = lastDayUnder(facts, child, 'underAgeSen');
  const { until, judgement } = ageLimit({ from, plain, longer }, hasNeeds(child), 'extraNeeds');
  return entitlement(
    'childcare-grant',
    child.id,
    all(
      studiesAtUniversity(facts),
      notFostered(child, 'notForFosteredChild'),
      judgement,
      yes(...ifDue(child)),
    ),
    { from, until, today: facts.today },
    { isConfirmed: false },
  );
}

function hasNeeds({ ehcPlan, extraNeeds }: Child): Answer {
  if (ehcPlan === 'yes' || extraNeeds === 'yes') return 'yes';
  return ehcPlan === 'no' && extraNeeds === 'no' ? 'no' : 'not-sure';
}

/** The day before the month of the birthday. */
function lastDayUnder(
  { reference, today }: Facts,
  child: Child,
  key: 'underAge' | 'underAgeSen',
): string {
  const age = neededFigure(reference, `childcare-grant.${key}`, today);
  return addDays(firstDayOf(addMonths(child.born, age * 12)), -1);
}

/** For a student with children, towards the costs of learning; for the family, not for a child. */
export function parentsLearningAllowance(facts: Facts): Entitlement {
  const born = facts.family.children.filter(({ isDue }) => !isDue);
  if (born.length === 0) return refused('parents-learning-allowance', null, 'notStudyingThere');
  return entitlement(
    'parents-learning-allowance',
    null,
    studiesAtUniversity(facts),
    { from: facts.today, until: null, today: facts.today },
    { isConfirmed: false },
  );
}

/** Young parents at school or college (under 20 when the course starts). */
export const careToLearn = (facts: Facts, child: Child): Entitlement =>
  entitlement(
    'care-to-learn',
    child.id,
    all(
      any('notStudyingThere', ...facts.family.adults.map(learns)),
      notFostered(child, 'notForFosteredChild'),
      yes(...ifDue(child)),
    ),
    {
      from: fromBirth(facts, child),
      until: null,
      today: facts.today,
    },
    { isConfirmed: false },
  );

const studiesAtUniversity = ({ family }: Facts): Judgement =>
  all(
    any(
      'notStudyingThere',
      ...family.adults.map(({ student }) => studies(student, 'university', 'studiesAtUniversity')),
    ),
    isSo(family.lowStudentIncome, { no: 'studentIncomeTooHigh', ask: 'studentIncome' }),
  );

const learns = ({ student, under20 }: Adult): Judgement =>
  all(
    studies(student, 'school-or-college', 'studiesAtSchoolOrCollege'),
    isSo(under20, { yes: 'under20', no: 'notUnder20', ask: 'under20' }),
  );

function studies(
  student: StudentState,
  where: 'university' | 'school-or-college',
  because: 'studiesAtUniversity' | 'studiesAtSchoolOrCollege',
): Judgement {
  if (student === 'not-sure') return perhaps('student');
  return student === where ? yes(because) : no('notStudyingThere');
}
