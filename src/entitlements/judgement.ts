import type { Answer } from './circumstances.ts';
import type { Question, Reason } from './reasons.ts';

export const verdicts = ['yes', 'perhaps', 'no'] as const;
export type Verdict = (typeof verdicts)[number];

/** A verdict with its reasons; `decides` is empty unless the verdict is "perhaps". */
export type Judgement = {
  readonly verdict: Verdict;
  readonly why: readonly Reason[];
  readonly decides: readonly Question[];
};

export const yes = (...why: readonly Reason[]): Judgement => ({ verdict: 'yes', why, decides: [] });
export const no = (...why: readonly Reason[]): Judgement => ({ verdict: 'no', why, decides: [] });
export const perhaps = (decides: Question, ...why: readonly Reason[]): Judgement => ({
  verdict: 'perhaps',
  why,
  decides: [decides],
});

type Outcomes = {
  readonly yes?: Reason;
  readonly no?: Reason;
  readonly ask: Question;
};

/** Whether something is so, with the reason for each answer and the question that is left open. */
export function isSo(answer: Answer, { yes: ifYes, no: ifNo, ask }: Outcomes): Judgement {
  if (answer === 'not-sure') return perhaps(ask);
  const because = (reason: Reason | undefined) => (reason ? [reason] : []);
  return answer === 'yes' ? yes(...because(ifYes)) : no(...because(ifNo));
}

/** Whether something is not so. */
export const isNotSo = (answer: Answer, outcomes: Outcomes): Judgement =>
  isSo(answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : answer, outcomes);

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

function joined(verdict: Verdict, parts: readonly Judgement[]): Judgement {
  const counted = parts.filter((part) => part.verdict === verdict);
  const kept = verdict === 'perhaps' ? parts.filter((part) => part.verdict !== 'no') : counted;
  return {
    verdict,
    why: unique(kept.flatMap(({ why }) => why)),
    decides: unique(counted.flatMap(({ decides }) => decides)),
  };
}

const has = (parts: readonly Judgement[], verdict: Verdict) =>
  parts.some((part) => part.verdict === verdict);

/** All must be so: one "no" decides, then one "perhaps". */
export function all(...parts: readonly Judgement[]): Judgement {
  if (has(parts, 'no')) return joined('no', parts);
  return joined(has(parts, 'perhaps') ? 'perhaps' : 'yes', parts);
}

/**
 * One is enough: one "yes" decides, then one "perhaps". Else it is no, for the reasons of the parts;
 * `otherwise`, when they give none.
 */
export function any(otherwise: Reason, ...parts: readonly Judgement[]): Judgement {
  if (has(parts, 'yes')) return joined('yes', parts);
  if (has(parts, 'perhaps')) return joined('perhaps', parts);
  const { why } = joined('no', parts);
  return no(...(why.length === 0 ? [otherwise] : why));
}
