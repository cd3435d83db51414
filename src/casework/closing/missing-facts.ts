import type { OpenCase } from '#brokerage/case-store.ts';
import type { Offer } from '#brokerage/offer-store.ts';
import type { Enquiry } from '../asking/enquiry-store.ts';

/**
 * What the sufficiency report (Childcare Act 2006, section 6) would lack if this case closed without a
 * place. A place that never answered counts as no reply, and no need or kind is an answer too.
 */
export const sufficiencyFacts = ['age', 'ward', 'hours', 'asked', 'answers'] as const;
export type SufficiencyFact = (typeof sufficiencyFacts)[number];

/** These can be closed over with a reason; the others cannot be had without asking the family. */
const explainable: readonly SufficiencyFact[] = ['ward', 'asked', 'answers'];
export const mayExplain = (missing: readonly SufficiencyFact[]): boolean =>
  missing.every((fact) => explainable.includes(fact));

export function missingFacts({
  family,
  isWardKnown,
  enquiries,
  offers,
}: {
  readonly family: Pick<OpenCase['family'], 'children' | 'times'>;
  readonly isWardKnown: boolean;
  readonly enquiries: readonly Enquiry[];
  readonly offers: readonly Offer[];
}): readonly SufficiencyFact[] {
  const put = new Set(offers.map(({ detail }) => detail.enquiryId));
  const isLeft = ({ id, answer }: Enquiry) =>
    answer !== null && answer.answer !== 'no' && !put.has(id);
  const lacks: Readonly<Record<SufficiencyFact, boolean>> = {
    age: family.children.length === 0,
    ward: !isWardKnown,
    hours: family.times.slots.length === 0 && !family.times.notSure,
    asked: enquiries.length === 0,
    answers: enquiries.some(isLeft),
  };
  return sufficiencyFacts.filter((fact) => lacks[fact]);
}
