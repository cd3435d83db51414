import fc from 'fast-check';
import {
  answers,
  careStates,
  studentStates,
  workStates,
  type Adult,
  type Child,
  type FamilyCircumstances,
} from '#entitlements/circumstances.ts';
import { addMonths } from '#entitlements/months.ts';
import { addDays } from '#platform/calendar/london-time.ts';

const answer = fc.constantFrom(...answers);
const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-04-06', days));

const child = (id: string) =>
  fc.record<Child>({
    id: fc.constant(id),
    born: fc.integer({ min: -220, max: 8 }).map((months) => addMonths('2026-11', months)),
    isDue: fc.boolean(),
    care: fc.constantFrom(...careStates),
    dla: answer,
    ehcPlan: answer,
    extraNeeds: answer,
  });

const adult = fc.record<Adult>({
  work: fc.constantFrom(...workStates),
  startsOn: fc.option(day, { nil: null }),
  leaveFor: fc.constantFrom('a', 'b', null),
  earnsMinimum: answer,
  overLimit: answer,
  student: fc.constantFrom(...studentStates),
  under20: answer,
});

/** Any family on any day of two years and a half. */
export const anyFamily = fc.record<{ family: FamilyCircumstances; today: string }>({
  family: fc.record<FamilyCircumstances>({
    children: fc.oneof(fc.tuple(child('a')), fc.tuple(child('a'), child('b'))),
    adults: fc.array(adult, { minLength: 1, maxLength: 2 }),
    universalCredit: answer,
    lowEarnings: answer,
    noRecourse: answer,
    lowIncomeNoRecourse: answer,
    asylumSupport: answer,
    lowStudentIncome: answer,
    vouchers: answer,
    inLondon: answer,
    hasCode: answer,
    stoppedQualifyingOn: fc.option(day, { nil: null }),
  }),
  today: day,
});

/** The same family with every "not sure" answered, each by a coin. */
export function answered(
  family: FamilyCircumstances,
  coins: readonly boolean[],
): FamilyCircumstances {
  let place = 0;
  const coin = () => coins[place++ % coins.length] === true;
  const sure = <Value extends string>(value: Value, one: Value, other: Value): Value =>
    value === 'not-sure' ? (coin() ? one : other) : value;
  return {
    ...family,
    universalCredit: sure(family.universalCredit, 'yes', 'no'),
    lowEarnings: sure(family.lowEarnings, 'yes', 'no'),
    noRecourse: sure(family.noRecourse, 'yes', 'no'),
    lowIncomeNoRecourse: sure(family.lowIncomeNoRecourse, 'yes', 'no'),
    asylumSupport: sure(family.asylumSupport, 'yes', 'no'),
    lowStudentIncome: sure(family.lowStudentIncome, 'yes', 'no'),
    vouchers: sure(family.vouchers, 'yes', 'no'),
    hasCode: sure(family.hasCode, 'yes', 'no'),
    children: family.children.map((one) => ({
      ...one,
      dla: sure(one.dla, 'yes', 'no'),
      ehcPlan: sure(one.ehcPlan, 'yes', 'no'),
      extraNeeds: sure(one.extraNeeds, 'yes', 'no'),
      care: sure(one.care, 'fostered', 'own'),
    })),
    adults: family.adults.map((one) => ({
      ...one,
      work: sure(one.work, 'employed', 'none'),
      earnsMinimum: sure(one.earnsMinimum, 'yes', 'no'),
      overLimit: sure(one.overLimit, 'yes', 'no'),
      student: sure(one.student, 'university', 'no'),
      under20: sure(one.under20, 'yes', 'no'),
    })),
  };
}
