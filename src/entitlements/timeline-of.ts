import type { Child, FamilyCircumstances } from './circumstances.ts';
import type { Entitlement } from './entitlement.ts';
import type { Facts } from './family-facts.ts';
import type { Reference } from './figures.ts';
import { verdicts } from './judgement.ts';
import { deferredReception } from './rules/deferred-reception.ts';
import { extraMoney } from './rules/extra-money.ts';
import { healthyStart, holidayActivities, wraparound } from './rules/around-school.ts';
import { careToLearn, childcareGrant, parentsLearningAllowance } from './rules/students.ts';
import { taxFreeChildcare } from './rules/tax-free-childcare.ts';
import { twoYearOldHours } from './rules/two-year-olds.ts';
import { universalCreditChildcare } from './rules/universal-credit.ts';
import { universalHours } from './rules/universal.ts';
import { workingParentHours } from './rules/working-parents.ts';
import { schemeKeys } from './schemes.ts';
import { settleExclusive } from './settle-exclusive.ts';

/**
 * All that a family is or may be owed from a London day on, and what it is not, with reasons. First
 * what is or may be theirs, by date (what needs no form before what does), then what is not.
 */
export function timelineOf(
  family: FamilyCircumstances,
  today: string,
  reference: Reference,
): readonly Entitlement[] {
  const facts = { family, today, reference };
  const found = [
    ...family.children.flatMap((child) => ofChild(facts, child)),
    parentsLearningAllowance(facts),
  ];
  return [...settleExclusive(found)].sort(inOrder);
}

function ofChild(facts: Facts, child: Child): readonly Entitlement[] {
  const early = [
    universalHours(facts, child),
    twoYearOldHours(facts, child),
    ...workingParentHours(facts, child),
  ];
  const hours = [...early, deferredReception(facts, child, early)];
  return [
    ...hours,
    taxFreeChildcare(facts, child),
    universalCreditChildcare(facts, child),
    childcareGrant(facts, child),
    careToLearn(facts, child),
    ...extraMoney(facts, child, hours),
    healthyStart(facts, child),
    holidayActivities(facts, child),
    wraparound(facts, child),
  ];
}

const rankOf = ({ verdict }: Entitlement): number => (verdict === 'no' ? 1 : 0);

const inOrder = (one: Entitlement, other: Entitlement): number =>
  rankOf(one) - rankOf(other) ||
  (one.from ?? '').localeCompare(other.from ?? '') ||
  Number(one.needsForm) - Number(other.needsForm) ||
  verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict) ||
  (one.child ?? '').localeCompare(other.child ?? '') ||
  schemeKeys.indexOf(one.scheme) - schemeKeys.indexOf(other.scheme);

/** What a family gets without any form: told first to those who are unlikely to claim. */
export const withoutForm = (timeline: readonly Entitlement[]): readonly Entitlement[] =>
  timeline.filter(({ verdict, needsForm }) => verdict === 'yes' && !needsForm);
