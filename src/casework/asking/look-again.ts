import { needGroups, type Family } from '#brokerage/family.ts';
import type { ProviderAnswer, ReasonCode } from '#brokerage/provider-answer.ts';

/** Reasons that a second person reads when a child needs help: they may be about the need. */
const aboutNeeds: readonly ReasonCode[] = [
  'extra-charge',
  'staffing',
  'training',
  'medical-training',
  'access',
  'equipment',
  'fewer-hours',
  'discouraged',
];

/**
 * Whether a person should look at an answer again, because the Equality Act 2010 (sections 20 and 29)
 * may have something to say about it. It judges nothing: it only asks for a second pair of eyes.
 */
export const wantsSecondLook = (
  answer: ProviderAnswer,
  family: Pick<Family, 'children'>,
): boolean => {
  const hasNeeds = needGroups(family).length > 0 || family.children.some(({ tasks }) => tasks[0]);
  return hasNeeds && answer.answer === 'no' && aboutNeeds.includes(answer.reason);
};
