import type { Adult, Child, FamilyCircumstances } from './circumstances.ts';
import { all, isNotSo, isSo, no, perhaps, yes, type Judgement } from './judgement.ts';

/**
 * Whether the adults pass the test of work and income that working parents' hours and Tax-Free
 * Childcare share (SI 2022/1134 regs 14-18), for this child.
 */
export const workTest = (family: FamilyCircumstances, child: Child): Judgement =>
  all(
    ...family.adults.map((adult) => earns(adult, family, child)),
    ...family.adults.map(({ overLimit }) =>
      isNotSo(overLimit, { no: 'overIncomeLimit', ask: 'overLimit' }),
    ),
    recourse(family),
    ...(family.adults.length === 0 ? [perhaps('worksNow')] : []),
  );

/** Whether every adult works, or cannot, as Universal Credit asks: no least hours or earnings. */
export const worksForUniversalCredit = (family: FamilyCircumstances): Judgement =>
  all(
    ...family.adults.map((adult) => works(adult, family)),
    ...(family.adults.length === 0 ? [perhaps('worksNow')] : []),
  );

/** Somebody in the household has to be allowed public funds; who, is not asked. */
const recourse = ({ noRecourse }: FamilyCircumstances): Judgement =>
  noRecourse === 'no' ? yes() : perhaps('recourse', 'recourseMatters');

function earns(adult: Adult, family: FamilyCircumstances, child: Child): Judgement {
  const job = works(adult, family, child);
  if (adult.work === 'benefit' || adult.work === 'none' || adult.work === 'not-sure') return job;
  if (adult.work === 'new-self-employed') return yes('newlySelfEmployed');
  const enough = { yes: 'earnsEnough', no: 'earnsTooLittle', ask: 'earnsMinimum' } as const;
  return all(job, isSo(adult.earnsMinimum, enough));
}

function works(adult: Adult, family: FamilyCircumstances, child?: Child): Judgement {
  switch (adult.work) {
    case 'employed':
    case 'self-employed':
    case 'new-self-employed':
      return yes();
    case 'starting':
      return adult.startsOn === null ? perhaps('startDate', 'startsWork') : yes('startsWork');
    case 'leave':
      return isLeaveFor(adult, child) && adult.startsOn === null
        ? perhaps('startDate', 'onLeave')
        : yes('onLeave');
    case 'benefit':
      return besideBenefit(family);
    case 'none':
      return no('notWorking');
    case 'not-sure':
      return perhaps('worksNow');
  }
}

const isLeaveFor = ({ leaveFor }: Adult, child: Child | undefined): boolean =>
  leaveFor !== null && leaveFor === child?.id;

/** One parent may have a benefit instead of work; the other then has to work. */
function besideBenefit({ adults }: FamilyCircumstances): Judgement {
  const others = adults.filter(({ work }) => work !== 'benefit' && work !== 'none');
  if (others.length === 0) return no('notWorking');
  return others.some(({ work }) => work !== 'not-sure')
    ? yes('benefitInsteadOfWork')
    : perhaps('worksNow', 'benefitInsteadOfWork');
}

/** The latest day on which somebody starts, or goes back to, work for this child; null for none. */
export function workStartsOn({ adults }: FamilyCircumstances, child: Child): string | null {
  const days = adults.flatMap((adult) =>
    adult.startsOn !== null &&
    (adult.work === 'starting' || (adult.work === 'leave' && isLeaveFor(adult, child)))
      ? [adult.startsOn]
      : [],
  );
  return days.sort().at(-1) ?? null;
}
