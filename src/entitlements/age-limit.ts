import type { Answer } from './circumstances.ts';
import { perhaps, yes, type Judgement } from './judgement.ts';
import type { Question } from './reasons.ts';

type Limits = {
  readonly from: string;
  readonly plain: string;
  /** For a child with a disability or special needs. */
  readonly longer: string;
};

/** The last day of help that some children have for longer; open when only the longer one helps. */
export function ageLimit(
  { from, plain, longer }: Limits,
  has: Answer,
  ask: Question,
): { readonly until: string; readonly judgement: Judgement } {
  if (has === 'yes') return { until: longer, judgement: yes() };
  if (has === 'no' || plain >= from) return { until: plain, judgement: yes() };
  return { until: longer, judgement: perhaps(ask) };
}
