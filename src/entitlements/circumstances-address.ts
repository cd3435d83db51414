import {
  answers,
  careStates,
  studentStates,
  workStates,
  type Adult,
  type Child,
  type FamilyCircumstances,
} from './circumstances.ts';
import { addMonths } from './months.ts';

/** The most children, and adults, that an address holds. */
const childIds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
const mostAdults = 2;
const oldestInMonths = 240;

const familyAnswers = {
  universalCredit: 'credit',
  lowEarnings: 'low-earnings',
  noRecourse: 'no-recourse',
  lowIncomeNoRecourse: 'low-income',
  asylumSupport: 'asylum',
  lowStudentIncome: 'student-income',
  vouchers: 'vouchers',
  inLondon: 'london',
  hasCode: 'code',
} as const satisfies Partial<Record<keyof FamilyCircumstances, string>>;

const familyKeys = [
  'universalCredit',
  'lowEarnings',
  'noRecourse',
  'lowIncomeNoRecourse',
  'asylumSupport',
  'lowStudentIncome',
  'vouchers',
  'inLondon',
  'hasCode',
] as const satisfies readonly (keyof typeof familyAnswers)[];

/**
 * A family's answers from an address, where alone they are kept: `born-a=2024-02&adults=1&…`. What is
 * missing, or makes no sense, is "not sure"; a month after this one is when a baby is due.
 */
export function circumstancesFrom(params: URLSearchParams, today: string): FamilyCircumstances {
  const adults = params.get('adults') === '2' ? mostAdults : 1;
  const answer = (name: string) => oneOf(answers, params.get(name));
  return {
    children: childIds.flatMap((id) => childFrom(params, id, today.slice(0, 7))),
    adults: Array.from({ length: adults }, (_, place) => adultFrom(params, place + 1)),
    universalCredit: answer(familyAnswers.universalCredit),
    lowEarnings: answer(familyAnswers.lowEarnings),
    noRecourse: answer(familyAnswers.noRecourse),
    lowIncomeNoRecourse: answer(familyAnswers.lowIncomeNoRecourse),
    asylumSupport: answer(familyAnswers.asylumSupport),
    lowStudentIncome: answer(familyAnswers.lowStudentIncome),
    vouchers: answer(familyAnswers.vouchers),
    inLondon: answer(familyAnswers.inLondon),
    hasCode: answer(familyAnswers.hasCode),
    stoppedQualifyingOn: dayIn(params.get('stopped')),
  };
}

/** The same answers as an address holds them. */
export function addressOf(family: FamilyCircumstances): URLSearchParams {
  const said: Record<string, string | null> = { adults: String(family.adults.length) };
  for (const { id, ...child } of family.children) {
    said[`born-${id}`] = child.born;
    said[`care-${id}`] = child.care;
    said[`dla-${id}`] = child.dla;
    said[`plan-${id}`] = child.ehcPlan;
    said[`needs-${id}`] = child.extraNeeds;
  }
  for (const [place, adult] of family.adults.entries()) {
    said[`work-${place + 1}`] = adult.work;
    said[`starts-${place + 1}`] = adult.startsOn;
    said[`leave-for-${place + 1}`] = adult.leaveFor;
    said[`earns-${place + 1}`] = adult.earnsMinimum;
    said[`over-${place + 1}`] = adult.overLimit;
    said[`student-${place + 1}`] = adult.student;
    said[`under20-${place + 1}`] = adult.under20;
  }
  for (const key of familyKeys) said[familyAnswers[key]] = family[key];
  said['stopped'] = family.stoppedQualifyingOn;
  return new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) =>
      value === null || value === 'not-sure' ? [] : [[name, value]],
    ),
  );
}

function childFrom(params: URLSearchParams, id: string, thisMonth: string): readonly Child[] {
  const born = params.get(`born-${id}`) ?? '';
  const isMonth = /^\d{4}-(?:0[1-9]|1[0-2])$/.test(born);
  if (!isMonth || born < addMonths(thisMonth, -oldestInMonths) || born > addMonths(thisMonth, 12)) {
    return [];
  }
  const answer = (name: string) => oneOf(answers, params.get(`${name}-${id}`));
  return [
    {
      id,
      born,
      isDue: born > thisMonth,
      care: oneOf(careStates, params.get(`care-${id}`)),
      dla: answer('dla'),
      ehcPlan: answer('plan'),
      extraNeeds: answer('needs'),
    },
  ];
}

function adultFrom(params: URLSearchParams, number: number): Adult {
  const said = (name: string) => params.get(`${name}-${number}`);
  return {
    work: oneOf(workStates, said('work')),
    startsOn: dayIn(said('starts')),
    leaveFor: childIds.find((id) => id === said('leave-for')) ?? null,
    earnsMinimum: oneOf(answers, said('earns')),
    overLimit: oneOf(answers, said('over')),
    student: oneOf(studentStates, said('student')),
    under20: oneOf(answers, said('under20')),
  };
}

const oneOf = <Value extends string>(
  known: readonly (Value | 'not-sure')[],
  text: string | null,
): Value | 'not-sure' => known.find((value) => value === text) ?? 'not-sure';

/** A day of the calendar, as it stands; null for anything else. */
function dayIn(text: string | null): string | null {
  if (text === null || !/^20\d{2}-\d{2}-\d{2}$/.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}
